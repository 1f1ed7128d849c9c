import { useMemo } from 'react';
import type { MessageEventRecord } from '../../core/capture/event';
import { formatClock, formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';
import { toShownBody } from './message-body';

/** One message in full, as plain text whatever it holds. */
export function MessageDetail({ message }: { readonly message: MessageEventRecord }) {
  const { kind, text, note } = useMemo(() => toShownBody(message), [message]);
  return (
    <div className="message-detail" role="group" aria-label="Selected message">
      <div className="message-detail-head">
        <Direction direction={message.direction} />
        <span>{message.direction === 'out' ? 'Sent' : 'Received'}</span>
        <span className="clock">{formatClock(message.timeMs)}</span>
        <span>{formatSize(message.sizeBytes)}</span>
        <span className="body-kind">{kind}</span>
      </div>
      {note !== undefined && <p className="empty-note">{note}</p>}
      {text !== '' && (
        <pre tabIndex={0} aria-label="Body">
          <SafeText text={text} isBlock />
        </pre>
      )}
    </div>
  );
}
