import { formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';
import type { MessageRow } from './message-rows';
import { PinMark } from './pin-mark';
import { text } from '../../locales/text';

export function MessageLine(props: {
  readonly row: MessageRow;
  readonly isPinned: boolean;
  /** Whose message it is, where the list holds those of several connections. */
  readonly origin: string | undefined;
}) {
  const { row, isPinned, origin } = props;
  const { first, count, time, summary, answer, isAnswered, isFailure } = row;
  const { direction, sizeBytes } = first.message;
  return (
    <div className={`message-line ${direction}${isFailure ? ' is-failure' : ''}`}>
      <Direction direction={direction} />
      <span className="clock">{time}</span>
      {origin !== undefined && (
        <span className="message-origin" title={first.listed.connection.url}>
          <SafeText text={origin} />
        </span>
      )}
      <span className="message-summary">
        {isFailure && <span className="only-read">{text('messages.failure')}</span>}
        <SafeText text={summary} />
      </span>
      {isPinned && <PinMark label={text('messages.pinned')} />}
      {answer !== undefined && (
        <span className="message-answer" title={isAnswered ? text('messages.untilAnswer') : undefined}>
          {answer}
        </span>
      )}
      <span className="message-size">
        {count > 1 ? text('messages.count', { count }) : formatSize(sizeBytes)}
      </span>
    </div>
  );
}
