import type { MessageList } from '../../state/message-list';
import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { gistOf, type MessageRow } from './message-rows';
import { text } from '../../locales/text';

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
    const key = message.direction === 'out' ? 'messages.heartbeatSent' : 'messages.heartbeatReceived';
    const line = text(key, { clock: formatClock(message.timeMs), summary });
    const duration = latencyMs === undefined ? undefined : formatDuration(latencyMs);
    lines.push(duration === undefined ? line : text('messages.heartbeatAnswered', { line, duration }));
  }
  const count = place.end - place.start;
  return (
    <div className="message-detail" role="group" aria-label={text('messages.heartbeatsSelected')}>
      <div className="message-detail-head">
        <span>{text('messages.heartbeatCount', { count })}</span>
        <span className="body-kind">{row.summary}</span>
      </div>
      {count > LINES && <p className="empty-note">{text('messages.heartbeatsFirst', { count: LINES })}</p>}
      <pre tabIndex={0} role="group" aria-label={text('messages.heartbeats')}>
        <SafeText text={lines.join('\n')} isBlock />
      </pre>
    </div>
  );
}
