import { planProbe, type ProbeQuestion } from '../../core/probe/plan';
import { describeReach } from '../../core/probe/read-answer';
import { ActionButton } from '../ui/action-button';
import { DialogFrame } from '../ui/dialog-frame';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';

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
    <DialogFrame heading={text('probe.heading')} isOpen={isOpen} onClose={onClose}>
      <p>{text('probe.warning')}</p>
      <p className="dialog-label">{text('probe.sentTo')}</p>
      <p className="dialog-code">
        {first.method} <SafeText text={first.url} />
      </p>
      {how === 'socket-io-polling' && (
        <>
          <p className="dialog-label">{text('probe.thenSession')}</p>
          {connectPacket === undefined ? (
            <p>{text('probe.onlyClose')}</p>
          ) : (
            <p className="dialog-code">
              POST <SafeText text={connectPacket} />
            </p>
          )}
          {connectPacket !== undefined && (
            <p>{text(question.connectPacket === undefined ? 'probe.emptyLogin' : 'probe.ownLogin')}</p>
          )}
        </>
      )}
      <dl className="reach">
        <dt>{text('probe.carriesOver')}</dt>
        <dd>{reach.carriesOver}</dd>
        <dt>{text('probe.doesNot')}</dt>
        <dd>{text('probe.noOrigin', { limits: reach.doesNot })}</dd>
      </dl>
      <div className="dialog-actions">
        <ActionButton onPress={onClose}>{text('probe.cancel')}</ActionButton>
        <ActionButton variant="primary" onPress={onConfirm}>
          {text('probe.send')}
        </ActionButton>
      </div>
    </DialogFrame>
  );
}
