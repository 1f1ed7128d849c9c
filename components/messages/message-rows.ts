import type { Connection } from '../../core/capture/connection';
import type { MessageEventRecord } from '../../core/capture/event';
import { describeRun, heartbeatRun } from '../../core/protocols/reading/heartbeat-run';
import { packetSummary } from '../../core/protocols/reading/packet-summary';
import type { Transcript } from '../../core/protocols/transcript';
import { formatDuration } from '../ui/format';

/** One line of the list. Indexes are places in the connection's messages. */
export interface MessageRow {
  readonly start: number;
  /** The first message after the row. */
  readonly end: number;
  readonly first: MessageEventRecord;
  readonly summary: string;
  /** How long the answer took, or that none came. */
  readonly answer: string | undefined;
  readonly isFailure: boolean;
}

/** Heartbeats that follow each other share a row; what has not been read yet has a row for each message. */
export function countRows({ rowStarts, readCount }: Transcript, messageCount: number): number {
  return rowStarts.length + Math.max(0, messageCount - readCount);
}

/** The row that a message is in. */
export function rowOf({ rowStarts, readCount }: Transcript, messageIndex: number): number {
  if (messageIndex >= readCount) return rowStarts.length + messageIndex - readCount;
  let low = 0;
  for (let high = rowStarts.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((rowStarts[middle] ?? Infinity) <= messageIndex) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first message of a row. */
export function startOfRow({ rowStarts, readCount }: Transcript, row: number): number {
  return rowStarts[row] ?? readCount + row - rowStarts.length;
}

export function toMessageRow(
  transcript: Transcript,
  connection: Connection,
  row: number,
): MessageRow | undefined {
  const { messages, endedMs } = connection;
  const start = startOfRow(transcript, row);
  const first = messages[start];
  if (first === undefined) return undefined;
  const end =
    start < transcript.readCount
      ? Math.min(startOfRow(transcript, row + 1), transcript.readCount)
      : start + 1;
  const isOver = endedMs !== undefined;
  const decoding = transcript.decodingAt(start) ?? 'not-mine';
  const plain = packetSummary(decoding, first, transcript.protocol.name);
  const common = { start, end, first };
  if (transcript.isHeartbeat(start)) {
    const run = describeRun(heartbeatRun(transcript, messages, start, end), isOver, formatDuration);
    return { ...common, summary: run === '' ? plain : run, answer: undefined, isFailure: false };
  }
  const call = transcript.callAt(start);
  const missing = call !== undefined && isOver ? 'no answer' : undefined;
  const answer = call?.latencyMs === undefined ? missing : formatDuration(call.latencyMs);
  const isFailure =
    decoding === 'unreadable' ||
    (decoding !== 'not-mine' && decoding.some(({ failure }) => failure !== undefined));
  return { ...common, summary: plain, answer, isFailure };
}
