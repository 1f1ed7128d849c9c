import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { FIRST_PROFILE, toOwnCopy, type ListedProfile } from '../../core/profiles/profile-list';
import type { Result } from '../../core/result';
import { text } from '../../locales/text';
import { SafeText } from '../ui/safe-text';
import { ProfileEditor } from './profile-editor';
import { ProfileListView } from './profile-list-view';
import { readProfileFile } from './read-profile-file';

/** What is open in the editor. */
interface Opened {
  readonly title: string;
  readonly text: string;
  readonly key: number | undefined;
  readonly isReadOnly: boolean;
}

export interface ProfilesDialogProps {
  readonly list: readonly ListedProfile[];
  readonly problem: string | undefined;
  readonly onSave: (key: number | undefined, text: string) => Promise<Result<undefined>>;
  readonly onSetOn: (profile: ListedProfile, isOn: boolean) => void;
  readonly onRemove: (key: number) => void;
  readonly onExport: (profile: ListedProfile) => void;
  readonly onClose: () => void;
}

/** The applications that Hangup knows, and those that the user teaches it. */
export function ProfilesDialog(props: ProfilesDialogProps) {
  const { list, problem, onSave, onSetOn, onRemove, onExport, onClose } = props;
  const [opened, setOpened] = useState<Opened>();
  const [isDirty, setDirty] = useState(false);
  const [fileProblem, setFileProblem] = useState<string>();

  function open(one: Opened | undefined): void {
    setOpened(one);
    setDirty(false);
    setFileProblem(undefined);
  }
  function openNew(written: string): void {
    open({ title: text('profiles.newTitle'), text: written, key: undefined, isReadOnly: false });
    setDirty(true);
  }
  async function openFile(file: File): Promise<void> {
    const read = await readProfileFile(file);
    if (read.ok) openNew(read.value);
    else setFileProblem(read.problem);
  }
  function openListed({ name, text: written, key }: ListedProfile): void {
    const isOwn = typeof key === 'number';
    open({
      title: name === '' ? text('profiles.unreadable') : name,
      text: written,
      key: isOwn ? key : undefined,
      isReadOnly: !isOwn,
    });
  }
  function onDrop(event: DragEvent): void {
    // The window takes what is dropped and pasted for a recording to open.
    event.stopPropagation();
    const [file] = event.dataTransfer.files;
    // Into the editor a text may be dropped as anywhere; a file would take the place of the whole panel.
    if (opened !== undefined && file === undefined) return;
    event.preventDefault();
    if (opened !== undefined) return;
    if (file !== undefined) void openFile(file);
    else openNew(event.dataTransfer.getData('text/plain'));
  }
  function onPaste(event: ClipboardEvent): void {
    event.stopPropagation();
    if (opened !== undefined) return;
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text/plain');
    if (file !== undefined) void openFile(file);
    else if (pasted !== '') openNew(pasted);
  }

  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable={!isDirty}
      isKeyboardDismissDisabled={isDirty}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog-frame profiles-frame">
        <Dialog className="dialog profiles-dialog">
          <div
            className="profiles-drop"
            onDragOver={(event) => {
              event.stopPropagation();
              event.preventDefault();
            }}
            onDrop={onDrop}
            onPaste={onPaste}
          >
            <Heading slot="title">
              {opened === undefined ? text('profiles.title') : <SafeText text={opened.title} />}
            </Heading>
            {opened === undefined ? (
              <ProfileListView
                list={list}
                problem={fileProblem ?? problem}
                actions={{
                  onSetOn,
                  onOpen: openListed,
                  onCopy: ({ profile }) => profile && openNew(toOwnCopy(profile)),
                  onExport,
                  onRemove,
                }}
                onFile={(file) => void openFile(file)}
                onNew={() => openNew(FIRST_PROFILE)}
                onClose={onClose}
              />
            ) : (
              <ProfileEditor
                key={`${opened.key ?? 'new'} ${opened.title}`}
                initialText={opened.text}
                profileKey={opened.key}
                isReadOnly={opened.isReadOnly}
                list={list}
                onDirty={setDirty}
                onSave={async (written) => {
                  const saved = await onSave(opened.key, written);
                  if (saved.ok) open(undefined);
                  return saved;
                }}
                onClose={() => open(undefined)}
              />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
