import type { Connection } from '../../capture/connection';

/** The last moment at which anything was seen of a connection: waits are counted up to here. */
export function lastSignOfLife({ messages, endedMs, startedMs }: Connection): number {
  return Math.max(endedMs ?? startedMs, messages.at(-1)?.timeMs ?? startedMs);
}
