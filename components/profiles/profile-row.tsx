import { useId, useState } from 'react';
import type { ListedProfile } from '../../core/profiles/profile-list';
import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';
import { SafeText } from '../ui/safe-text';
import { factsSentence, unusedSentence } from './profile-texts';

export interface ProfileActions {
  readonly onSetOn: (profile: ListedProfile, isOn: boolean) => void;
  readonly onOpen: (profile: ListedProfile) => void;
  readonly onCopy: (profile: ListedProfile) => void;
  readonly onExport: (profile: ListedProfile) => void;
  readonly onRemove: (key: number) => void;
}

/** One profile: whether it is used, and what can be done with it. */
export function ProfileRow({
  profile,
  actions,
}: {
  readonly profile: ListedProfile;
  readonly actions: ProfileActions;
}) {
  const { key, isOwn, isOn } = profile;
  const name = profile.name === '' ? text('profiles.unreadable') : profile.name;
  const unused = unusedSentence(profile);
  const ids = useId();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <li className="profile-row" aria-label={name}>
      <label className="setting">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${ids}-facts`}
          onChange={({ target }) => actions.onSetOn(profile, target.checked)}
        />
        <span className="profile-name">
          <SafeText text={name} />
        </span>
        <span className="setting-hint" id={`${ids}-facts`}>
          <SafeText text={factsSentence(profile)} />
          {unused !== undefined && (
            <span className="profile-row-problem">
              <SafeText text={unused} />
            </span>
          )}
        </span>
      </label>
      {isRemoving && typeof key === 'number' ? (
        <span className="profile-actions" role="group" aria-label={text('profiles.removeNamed', { name })}>
          <span>{text('profiles.removeQuestion')}</span>
          <ActionButton onPress={() => actions.onRemove(key)}>{text('profiles.removeForGood')}</ActionButton>
          <ActionButton onPress={() => setRemoving(false)} autoFocus>
            {text('profiles.keep')}
          </ActionButton>
        </span>
      ) : (
        <span className="profile-actions">
          <ActionButton
            onPress={() => actions.onOpen(profile)}
            label={text(isOwn ? 'profiles.editNamed' : 'profiles.viewNamed', { name })}
          >
            {text(isOwn ? 'profiles.edit' : 'profiles.view')}
          </ActionButton>
          {profile.profile !== undefined && (
            <ActionButton
              onPress={() => actions.onCopy(profile)}
              label={text('profiles.copyNamed', { name })}
            >
              {text('profiles.copy')}
            </ActionButton>
          )}
          <ActionButton
            onPress={() => actions.onExport(profile)}
            label={text('profiles.exportNamed', { name })}
          >
            {text('profiles.export')}
          </ActionButton>
          {isOwn && (
            <ActionButton onPress={() => setRemoving(true)} label={text('profiles.removeNamed', { name })}>
              {text('profiles.remove')}
            </ActionButton>
          )}
        </span>
      )}
    </li>
  );
}
