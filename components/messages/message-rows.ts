import type { MessageEventRecord } from '../../core/capture/event';
import { describeRun, heartbeatRun, type Beat } from '../../core/protocols/reading/heartbeat-run';
import { packetSummary } from '../../core/protocols/reading/packet-summary';
import type { Decoding } from '../../core/protocols/protocol';
import type { Transcript } from '../../core/protocols/transcript';
import type { ListEntry } from '../../state/listed-connection';
import type { MessageList } from '../../state/message-list';
import type { TimeMode } from '../../state/messages-view';
import { formatClock, formatDuration } from '../ui/format';
import { text } from '../../locales/text';

/** One line of the list. */
export interface MessageRow {
  readonly first: ListEntry;
  /** Messages in it: more than one where heartbeats are folded. */
  readonly count: number;
  readonly time: string;
  readonly summary: string;
  /** How long the answer took, or that none came. */
  readonly answer: string | undefined;
  /** Then `answer` is a length of time. */
  readonly isAnswered: boolean;
  readonly isFailure: boolean;
  readonly isHeartbeat: boolean;
}

/** Of a long run, what the newest of it add up to: counting all of them again for each frame would take too long. */
const MOST_BEATS = 300;

export function toMessageRow(list: MessageList, row: number, timeMode: TimeMode): MessageRow | undefined {
  const place = list.rowAt(row);
  const first = place && list.entryAt(place.start);
  if (place === undefined || first === undefined) return undefined;
  const { listed, transcript, index, message } = first;
  const count = place.end - place.start;
  const isOver = listed.connection.endedMs !== undefined;
  const isHeartbeat = transcript.isHeartbeat(index);
  const { summary: plain, isFailure } = gistOf(transcript, index, message);
  const common = { first, count, time: timeOf(list, first, place.start, timeMode), isHeartbeat };
  if (isHeartbeat) {
    const run = describeRun(heartbeatRun(beatsOf(list, place)), isOver, formatDuration);
    const part = count > MOST_BEATS ? text('messages.heartbeatsNewest', { count: MOST_BEATS, run }) : run;
    const summary = run === '' ? plain : part;
    return { ...common, summary, answer: undefined, isAnswered: false, isFailure: false };
  }
  const call = transcript.callAt(index);
  const missing = call !== undefined && isOver ? text('messages.noAnswer') : undefined;
  const isAnswered = call?.latencyMs !== undefined;
  const answer = isAnswered ? formatDuration(call.latencyMs) : missing;
  return { ...common, summary: plain, answer, isAnswered, isFailure };
}

export function* beatsOf(
  list: MessageList,
  { start, end }: { readonly start: number; readonly end: number },
): Generator<Beat> {
  for (let place = Math.max(start, end - MOST_BEATS); place < end; place += 1) {
    const entry = list.entryAt(place);
    if (entry === undefined) return;
    const { transcript } = entry;
    yield {
      timeMs: entry.message.timeMs,
      decoding: transcript.decodingAt(entry.index) ?? 'not-mine',
      latencyMs: transcript.callAt(entry.index)?.latencyMs,
    };
  }
}

/** The time of a row as the user wants it said. */
function timeOf(list: MessageList, { message, listed }: ListEntry, place: number, mode: TimeMode): string {
  switch (mode) {
    case 'clock':
      return formatClock(message.timeMs);
    case 'relative':
      return since(listed.connection.startedMs, message.timeMs);
    case 'delta': {
      const before = list.entryAt(place - 1);
      return before === undefined ? '' : since(before.message.timeMs, message.timeMs);
    }
  }
}

function since(beforeMs: number, timeMs: number): string {
  return timeMs - beforeMs < 1 ? '+0 ms' : `+${formatDuration(timeMs - beforeMs)}`;
}

/** What a row says of a message. */
interface Gist {
  readonly summary: string;
  readonly isFailure: boolean;
}

/** Decoding a message of a megabyte takes longer than a frame, and a row is drawn anew with each tick. */
const gists = new WeakMap<MessageEventRecord, { readonly transcript: Transcript; readonly gist: Gist }>();

export function gistOf(transcript: Transcript, index: number, message: MessageEventRecord): Gist {
  const known = gists.get(message);
  if (known?.transcript === transcript) return known.gist;
  const decoding = transcript.decodingAt(index);
  const gist = {
    summary: packetSummary(decoding ?? 'not-mine', message, transcript.protocol.name),
    isFailure: decoding !== undefined && isFailure(decoding, message),
  };
  if (decoding !== undefined) gists.set(message, { transcript, gist });
  return gist;
}

function isFailure(decoding: Decoding, { isCut }: MessageEventRecord): boolean {
  if (typeof decoding === 'string') return decoding === 'unreadable' && isCut !== true;
  return decoding.some(({ failure }) => failure !== undefined);
}
