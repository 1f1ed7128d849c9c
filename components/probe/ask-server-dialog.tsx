import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { planProbe, type ProbeQuestion } from '../../core/probe/plan';
import { describeReach } from '../../core/probe/read-answer';
import { ActionButton } from '../ui/action-button';
import { SafeText } from '../ui/safe-text';

/** Says what will be sent and where, before anything is sent. */
export function AskServerDialog(props: {
  readonly question: ProbeQuestion;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const { question, isOpen, onClose, onConfirm } = props;
  const plan = planProbe(question);
  if (plan === undefined) return null;
  const { first, connectPacket, how } = plan;
  const reach = describeReach(how);
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
          <Heading slot="title">Ask the server again?</Heading>
          <p>
            This sends a real request to the server, with your cookies for it. The server may count it or act
            on it like any other.
          </p>
          <p className="dialog-label">Sent to</p>
          <p className="dialog-code">
            {first.method} <SafeText text={first.url} />
          </p>
          {how === 'socket-io-polling' && (
            <>
              <p className="dialog-label">Then, if that opens a session</p>
              {connectPacket === undefined ? (
                <p>Nothing but the wish to close it again.</p>
              ) : (
                <p className="dialog-code">
                  POST <SafeText text={connectPacket} />
                </p>
              )}
              {connectPacket !== undefined && (
                <p>
                  {question.connectPacket === undefined
                    ? 'This log-in is empty, because the page’s own is not in the capture.'
                    : 'This log-in is the page’s own, as it was recorded.'}{' '}
                  Hangup reads the answer and closes the session.
                </p>
              )}
            </>
          )}
          <dl className="reach">
            <dt>Carries over</dt>
            <dd>{reach.carriesOver}</dd>
            <dt>Does not</dt>
            <dd>{reach.doesNot} The page’s Origin is not sent: a POST names the extension instead.</dd>
          </dl>
          <div className="dialog-actions">
            <ActionButton onPress={onClose}>Cancel</ActionButton>
            <ActionButton variant="primary" onPress={onConfirm}>
              Send the request
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
