import type { ListedProfile } from '../../core/profiles/profile-list';
import { text } from '../../locales/text';
import { OpenButton } from '../open/open-button';
import { ActionButton } from '../ui/action-button';
import { ProfileRow, type ProfileActions } from './profile-row';

/** All profiles, in the order in which they are asked, and the ways to bring another one in. */
export function ProfileListView(props: {
  readonly list: readonly ListedProfile[];
  /** A sentence: what could not be stored or read. */
  readonly problem: string | undefined;
  readonly actions: ProfileActions;
  readonly onFile: (file: File) => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
}) {
  const { list, problem, actions, onFile, onNew, onClose } = props;
  return (
    <>
      <p className="profile-intro">{text('profiles.intro')}</p>
      <ul className="profile-list" aria-label={text('profiles.list')}>
        {list.map((profile) => (
          <ProfileRow key={profile.key} profile={profile} actions={actions} />
        ))}
      </ul>
      <div className="profile-import">
        <OpenButton
          label={text('profiles.import')}
          endings=".json"
          isSingle
          onFiles={([file]) => file && onFile(file)}
        />
        <ActionButton onPress={onNew}>{text('profiles.write')}</ActionButton>
        <span className="setting-hint">{text('profiles.otherWays')}</span>
      </div>
      <p className="profile-refusal" role="alert">
        {problem}
      </p>
      <div className="dialog-actions">
        <ActionButton variant="primary" onPress={onClose}>
          {text('profiles.close')}
        </ActionButton>
      </div>
    </>
  );
}
