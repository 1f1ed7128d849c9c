import { formatClock, formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';
import type { MessageRow } from './message-rows';

export function MessageLine({ row }: { readonly row: MessageRow }) {
  const { first, summary, answer, start, end, isFailure } = row;
  const { direction, timeMs, sizeBytes } = first;
  return (
    <div className={`message-line ${direction}${isFailure ? ' is-failure' : ''}`}>
      <Direction direction={direction} />
      <span className="clock">{formatClock(timeMs)}</span>
      <span className="message-summary">
        <SafeText text={summary} />
      </span>
      {answer !== undefined && (
        <span className="message-answer" title={answer === 'no answer' ? undefined : 'Time until the answer'}>
          {answer}
        </span>
      )}
      <span className="message-size">
        {end - start > 1 ? `${(end - start).toLocaleString('en')} messages` : formatSize(sizeBytes)}
      </span>
    </div>
  );
}
