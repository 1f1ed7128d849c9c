import { formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';
import type { MessageRow } from './message-rows';
import { PinMark } from './pin-mark';

export function MessageLine(props: {
  readonly row: MessageRow;
  readonly isPinned: boolean;
  /** Whose message it is, where the list holds those of several connections. */
  readonly origin: string | undefined;
}) {
  const { row, isPinned, origin } = props;
  const { first, count, time, summary, answer, isFailure } = row;
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
        {isFailure && <span className="only-read">Failure: </span>}
        <SafeText text={summary} />
      </span>
      {isPinned && <PinMark label="Pinned" />}
      {answer !== undefined && (
        <span className="message-answer" title={answer === 'no answer' ? undefined : 'Time until the answer'}>
          {answer}
        </span>
      )}
      <span className="message-size">
        {count > 1 ? `${count.toLocaleString('en')} messages` : formatSize(sizeBytes)}
      </span>
    </div>
  );
}
