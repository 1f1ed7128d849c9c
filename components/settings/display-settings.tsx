import { LANGUAGES, type WantedLanguage } from '../../core/settings/language';
import type { Settings } from '../../core/settings/settings';
import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';

/** Languages are called what they call themselves: whoever needs one can read its name. */
const NATIVE_NAMES = { en: 'English', 'zh-CN': '简体中文' } as const;
const CHOICES: readonly WantedLanguage[] = ['browser', ...LANGUAGES];

/** How the panel looks, as against what it records. */
export function DisplaySettings(props: {
  readonly settings: Settings;
  readonly onLanguage: (language: WantedLanguage) => void;
  readonly onFold: (folds: boolean) => void;
  readonly onReset: () => void;
}) {
  const { settings, onLanguage, onFold, onReset } = props;
  return (
    <>
      <label className="setting">
        <input
          type="checkbox"
          name="fold"
          checked={settings.foldsHeartbeats}
          onChange={({ target }) => onFold(target.checked)}
        />
        <span>{text('settings.fold')}</span>
      </label>
      <label className="setting-row">
        <span>{text('settings.language')}</span>
        <select
          name="language"
          value={settings.language}
          onChange={({ target }) => {
            const chosen = CHOICES.find((choice) => choice === target.value);
            if (chosen !== undefined) onLanguage(chosen);
          }}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice} lang={choice === 'browser' ? undefined : choice}>
              {choice === 'browser' ? text('settings.languageBrowser') : NATIVE_NAMES[choice]}
            </option>
          ))}
        </select>
      </label>
      <div>
        <ActionButton variant="quiet" onPress={onReset}>
          {text('settings.reset')}
        </ActionButton>
      </div>
    </>
  );
}
