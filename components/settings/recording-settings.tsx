import { useId } from 'react';
import type { WantedLanguage } from '../../core/settings/language';
import { RING_BYTES } from '../../core/settings/recording';
import type { Settings } from '../../core/settings/settings';
import { SafeText } from '../ui/safe-text';
import { currentLanguage, text } from '../../locales/text';
import { DisplaySettings } from './display-settings';
import { OffSites } from './off-sites';
import { RichText } from '../ui/rich-text';

export interface RecordingSettingsProps {
  readonly settings: Settings;
  /** Undefined: the page has no host by which to remember it. */
  readonly site: string | undefined;
  readonly problem: string | undefined;
  readonly onPause: (isPaused: boolean) => void;
  readonly onSiteOff: (isOff: boolean) => void;
  readonly onRingBytes: (ringBytes: number) => void;
  readonly onLanguage: (language: WantedLanguage) => void;
  readonly onFold: (folds: boolean) => void;
  readonly onSiteOn: (site: string) => void;
  readonly onReset: () => void;
}

const MIB = 1_048_576;
const RING_CHOICES = [RING_BYTES.min, MIB, 4 * MIB, RING_BYTES.initial, 16 * MIB, 32 * MIB, RING_BYTES.max];

/** Where to record, and how much to keep. Each change holds at once, in all tabs. */
export function RecordingSettings(props: RecordingSettingsProps) {
  const { settings, site, problem, onPause, onSiteOff, onRingBytes, onSiteOn } = props;
  const ids = useId();
  const choices = [...new Set([...RING_CHOICES, settings.ringBytes])].sort((a, b) => a - b);
  const isSiteOff = site !== undefined && settings.offSites.includes(site);
  return (
    <>
      <label className="setting">
        <input
          type="checkbox"
          name="pause"
          checked={settings.isPaused}
          onChange={(event) => onPause(event.target.checked)}
          aria-describedby={`${ids}-pause`}
        />
        <span>{text('settings.pauseEverywhere')}</span>
        <span className="setting-hint" id={`${ids}-pause`}>
          {text('settings.pauseHint')}
        </span>
      </label>
      <label className="setting">
        <input
          type="checkbox"
          name="site"
          checked={isSiteOff}
          disabled={site === undefined}
          onChange={(event) => onSiteOff(event.target.checked)}
          aria-describedby={`${ids}-site`}
        />
        <span>
          {site === undefined ? (
            text('settings.offHere')
          ) : (
            <RichText of="settings.offOn" values={{ site: <SafeText text={site} /> }} />
          )}
        </span>
        <span className="setting-hint" id={`${ids}-site`}>
          {text(site === undefined ? 'settings.noHost' : 'settings.siteHint')}
        </span>
      </label>
      <fieldset className="setting-choice" aria-describedby={`${ids}-ring`}>
        <legend>{text('settings.memory')}</legend>
        <div className="setting-options">
          {choices.map((bytes) => (
            <label key={bytes}>
              <input
                type="radio"
                name="ring"
                value={bytes}
                checked={bytes === settings.ringBytes}
                onChange={() => onRingBytes(bytes)}
              />
              <span>{formatMib(bytes)}</span>
            </label>
          ))}
        </div>
        <span className="setting-hint" id={`${ids}-ring`}>
          {text('settings.memoryHint')}
        </span>
      </fieldset>
      <OffSites sites={settings.offSites.filter((one) => one !== site)} onSiteOn={onSiteOn} />
      <DisplaySettings {...props} />
      {problem !== undefined && (
        <p className="setting-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function formatMib(bytes: number): string {
  return (bytes / MIB).toLocaleString(currentLanguage(), { maximumFractionDigits: 2 });
}
