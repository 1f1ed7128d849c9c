import type { EventOf } from './event';

/** What waited in the browser to be sent, from the first time that it was much to the last time that anybody looked. */
export interface Backlog {
  readonly sinceMs: number;
  readonly fromBytes: number;
  readonly seenMs: number;
  readonly bytes: number;
}

/** The page looks while it sends, and tells when more than this waits. Our choice: no burst of a usual page is as large. */
export const BACKLOG_BYTES = 1_048_576;

/** @returns undefined: nothing that is worth a word waits */
export function backlogAfter(
  before: Backlog | undefined,
  { timeMs, bufferedAmount }: EventOf<'socket-traffic'>,
): Backlog | undefined {
  // A count that was taken for another reason says nothing of what waits.
  if (bufferedAmount === undefined) return before;
  if (bufferedAmount < BACKLOG_BYTES) return undefined;
  return {
    sinceMs: before?.sinceMs ?? timeMs,
    fromBytes: before?.fromBytes ?? bufferedAmount,
    seenMs: timeMs,
    bytes: bufferedAmount,
  };
}
