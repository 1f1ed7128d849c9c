import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/** A dialog over the panel. Escape and a press beside it close it. */
export function DialogFrame(props: {
  readonly heading: string;
  /** Beside `dialog`. */
  readonly className?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { heading, className, isOpen, onClose, children } = props;
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
        <Dialog className={className === undefined ? 'dialog' : `dialog ${className}`}>
          <Heading slot="title">{heading}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
