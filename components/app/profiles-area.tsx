import { useState } from 'react';
import { useStore } from 'zustand';
import type { ListedProfile } from '../../core/profiles/profile-list';
import type { ProfileControls } from '../../state/profile-store';
import { text } from '../../locales/text';
import { ProfilesDialog } from '../profiles/profiles-dialog';
import { ActionButton } from '../ui/action-button';

export interface ProfilesAreaProps {
  readonly controls: ProfileControls;
  /** Hands the user a file. */
  readonly onExport: (fileName: string, text: string) => void;
}

/** The button of the profiles, and what it opens. */
export function ProfilesArea({ controls, onExport }: ProfilesAreaProps) {
  const { list, problem } = useStore(controls.store);
  const [isOpen, setOpen] = useState(false);
  function save({ id, text }: ListedProfile): void {
    onExport(`${id === '' ? 'unreadable' : id}.hangup-profile.json`, text);
  }
  return (
    <>
      <ActionButton onPress={() => setOpen(true)}>{text('profiles.button')}</ActionButton>
      {isOpen && (
        <ProfilesDialog
          list={list}
          problem={problem}
          onSave={controls.save}
          onSetOn={controls.setOn}
          onRemove={controls.remove}
          onExport={save}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
