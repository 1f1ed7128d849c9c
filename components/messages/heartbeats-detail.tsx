import type { MessageList } from '../../state/message-list';
import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { gistOf, type MessageRow } from './message-rows';

/** More lines than anybody reads; the row above says what they add up to. */
const LINES = 200;

/** The heartbeats behind one row, each with its time and its answer. */
export function HeartbeatsDetail(props: {
  readonly list: MessageList;
  readonly place: { readonly start: number; readonly end: number };
  readonly row: MessageRow;
}) {
  const { list, place, row } = props;
  const lines: string[] = [];
  for (let at = place.start; at < Math.min(place.end, place.start + LINES); at += 1) {
    const entry = list.entryAt(at);
    if (entry === undefined) break;
    const { transcript, index, message } = entry;
    const { summary } = gistOf(transcript, index, message);
    const latencyMs = transcript.callAt(index)?.latencyMs;
    const answer = latencyMs === undefined ? '' : `, answered in ${formatDuration(latencyMs)}`;
    const direction = message.direction === 'out' ? 'sent    ' : 'received';
    lines.push(`${formatClock(message.timeMs)}  ${direction}  ${summary}${answer}`);
  }
  const count = place.end - place.start;
  return (
    <div className="message-detail" role="group" aria-label="Selected heartbeats">
      <div className="message-detail-head">
        <span>{count.toLocaleString('en')} heartbeat messages</span>
        <span className="body-kind">{row.summary}</span>
      </div>
      {count > LINES && <p className="empty-note">The first {LINES} of them.</p>}
      <pre tabIndex={0} role="group" aria-label="Heartbeats">
        <SafeText text={lines.join('\n')} isBlock />
      </pre>
    </div>
  );
}
