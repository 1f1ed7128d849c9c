import type { MessageEventRecord } from '../../core/capture/event';
import { packetSummary } from '../../core/protocols/reading/packet-summary';
import type { Transcript } from '../../core/protocols/transcript';
import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import type { MessageRow } from './message-rows';

/** More lines than anybody reads; the row above says what they add up to. */
const LINES = 200;

/** The heartbeats behind one row, each with its time and its answer. */
export function HeartbeatsDetail(props: {
  readonly transcript: Transcript;
  readonly messages: readonly MessageEventRecord[];
  readonly row: MessageRow;
}) {
  const { transcript, messages, row } = props;
  const shown = messages.slice(row.start, Math.min(row.end, row.start + LINES));
  const lines = shown.map((message, offset) => {
    const index = row.start + offset;
    const summary = packetSummary(
      transcript.decodingAt(index) ?? 'not-mine',
      message,
      transcript.protocol.name,
    );
    const latencyMs = transcript.callAt(index)?.latencyMs;
    const answer = latencyMs === undefined ? '' : `, answered in ${formatDuration(latencyMs)}`;
    return `${formatClock(message.timeMs)}  ${message.direction === 'out' ? 'sent    ' : 'received'}  ${summary}${answer}`;
  });
  const count = row.end - row.start;
  return (
    <div className="message-detail" role="group" aria-label="Selected heartbeats">
      <div className="message-detail-head">
        <span>{count.toLocaleString('en')} heartbeat messages</span>
        <span className="body-kind">{row.summary}</span>
      </div>
      {count > LINES && <p className="empty-note">The first {LINES} of them.</p>}
      <pre tabIndex={0} aria-label="Heartbeats">
        <SafeText text={lines.join('\n')} isBlock />
      </pre>
    </div>
  );
}
