import { useId, useState } from 'react';
import type { ListedProfile } from '../../core/profiles/profile-list';
import { ActionButton } from '../ui/action-button';
import { SafeText } from '../ui/safe-text';
import { countSigns } from './profile-texts';

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
  const { key, name, id, isOwn, isOn, signCount, problem } = profile;
  const ids = useId();
  const [isRemoving, setRemoving] = useState(false);
  const facts = [isOwn ? 'yours' : 'built in', id, countSigns(signCount)];
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
          {profile.profile === undefined ? 'yours' : <SafeText text={facts.join(', ')} />}
          {problem !== undefined && (
            <span className="profile-row-problem">
              <SafeText text={problem} />
            </span>
          )}
        </span>
      </label>
      {isRemoving && typeof key === 'number' ? (
        <span className="profile-actions" role="group" aria-label={`Remove ${name}?`}>
          <span>Remove it from this browser?</span>
          <ActionButton onPress={() => actions.onRemove(key)}>Remove for good</ActionButton>
          <ActionButton onPress={() => setRemoving(false)} autoFocus>
            Keep
          </ActionButton>
        </span>
      ) : (
        <span className="profile-actions">
          <ActionButton onPress={() => actions.onOpen(profile)} label={`${isOwn ? 'Edit' : 'View'} ${name}`}>
            {isOwn ? 'Edit' : 'View'}
          </ActionButton>
          {profile.profile !== undefined && (
            <ActionButton
              onPress={() => actions.onCopy(profile)}
              label={`Copy ${name} to a profile of your own`}
            >
              Copy
            </ActionButton>
          )}
          <ActionButton onPress={() => actions.onExport(profile)} label={`Export ${name} to a file`}>
            Export
          </ActionButton>
          {isOwn && (
            <ActionButton onPress={() => setRemoving(true)} label={`Remove ${name}`}>
              Remove
            </ActionButton>
          )}
        </span>
      )}
    </li>
  );
}
