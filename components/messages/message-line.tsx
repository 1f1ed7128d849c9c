import { memo } from 'react';
import type { MessageEventRecord } from '../../core/capture/event';
import { summariseMessage } from '../../core/protocols/summarise-message';
import { formatClock, formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';

export const MessageLine = memo(function MessageLine(props: {
  readonly message: MessageEventRecord;
  readonly url: string;
}) {
  const { message, url } = props;
  return (
    <div className={`message-line ${message.direction}`}>
      <Direction direction={message.direction} />
      <span className="clock">{formatClock(message.timeMs)}</span>
      <span className="message-summary">
        <SafeText text={summariseMessage(message, url)} />
      </span>
      <span className="message-size">{formatSize(message.sizeBytes)}</span>
    </div>
  );
});
