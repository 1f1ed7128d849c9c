import type { ListedProfile } from '../../core/profiles/profile-list';
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
      <p className="profile-intro">
        A profile tells Hangup what an application’s own close codes, refusals and error messages mean. It is
        data and never runs. The first one that knows a socket’s address explains it.
      </p>
      <ul className="profile-list" aria-label="Profiles">
        {list.map((profile) => (
          <ProfileRow key={profile.key} profile={profile} actions={actions} />
        ))}
      </ul>
      <div className="profile-import">
        <OpenButton
          label="Import a file"
          endings=".json"
          isSingle
          onFiles={([file]) => file && onFile(file)}
        />
        <ActionButton onPress={onNew}>Write a new one</ActionButton>
        <span className="setting-hint">Or drop a file here, or paste a profile’s JSON.</span>
      </div>
      <p className="profile-refusal" role="alert">
        {problem}
      </p>
      <div className="dialog-actions">
        <ActionButton variant="primary" onPress={onClose}>
          Close
        </ActionButton>
      </div>
    </>
  );
}
