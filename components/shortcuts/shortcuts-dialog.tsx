import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { ActionButton } from '../ui/action-button';
import { LIST_KEYS, SHORTCUTS, TIMELINE_KEYS } from './shortcut-list';
import { text } from '../../locales/text';

/** Which keys do what. */
export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame">
        <Dialog className="dialog">
          <Heading slot="title">{text('shortcuts.heading')}</Heading>
          <dl className="shortcut-list">
            {[...SHORTCUTS, ...LIST_KEYS, ...TIMELINE_KEYS].map(({ key, does }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text(does)}</dd>
              </div>
            ))}
          </dl>
          <div className="dialog-actions">
            <ActionButton onPress={onClose}>{text('shortcuts.close')}</ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
