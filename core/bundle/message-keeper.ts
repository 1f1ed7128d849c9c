import type { HarWebSocketMessage } from './har-entry';

/** The messages of one socket at a time, within bounds: the first of them, and the newest. */
export interface MessageKeeper {
  add(message: HarWebSocketMessage): void;
  /** One could not even be read. */
  drop(): void;
  /** What was added since the last time, and how many had to go. */
  take(): { readonly messages: readonly HarWebSocketMessage[]; readonly dropped: number };
}

/** A protocol shows itself in its first messages, and its opening explains what comes later. */
const FIRST_KEPT = 500;
/** What the first of a socket may cost even where others have used up everything: an opening, not a picture. */
const OPENING_LENGTH = 2_048;
const FAILURES_KEPT = 500;
const MESSAGE_COST = 200;

/** @param bodyLength for all sockets together; one alone gets at most half of what is left */
export function createMessageKeeper(bodyLength: number): MessageKeeper {
  let left = bodyLength;
  let first: HarWebSocketMessage[] = [];
  let newest: HarWebSocketMessage[] = [];
  let oldestAt = 0;
  let length = 0;
  let dropped = 0;
  let failures = 0;

  function letGo(): void {
    while (length > left / 2 && oldestAt < newest.length) {
      const oldest = newest[oldestAt];
      oldestAt += 1;
      // Failures are few, and the whole point of the file.
      if (oldest === undefined) continue;
      if ((oldest.type === 'error' || oldest.type === 'close') && failures < FAILURES_KEPT) {
        failures += 1;
        first.push(oldest);
        continue;
      }
      length -= costOf(oldest);
      dropped += 1;
    }
    // Those that went are held in memory until then, and may be large.
    if (oldestAt > newest.length / 2) {
      newest = newest.slice(oldestAt);
      oldestAt = 0;
    }
  }

  return {
    add(message) {
      const cost = costOf(message);
      const hasRoom = length + cost <= Math.max(left / 4, OPENING_LENGTH);
      // Never one after another was passed over: what is left stays in order.
      if (first.length < FIRST_KEPT && newest.length === 0 && hasRoom) first.push(message);
      else newest.push(message);
      length += cost;
      if (length > left / 2) letGo();
    },
    drop() {
      dropped += 1;
    },
    take() {
      const taken = { messages: [...first, ...newest.slice(oldestAt)], dropped };
      left = Math.max(0, left - length);
      first = [];
      newest = [];
      oldestAt = length = dropped = failures = 0;
      return taken;
    },
  };
}

function costOf({ data }: HarWebSocketMessage): number {
  return MESSAGE_COST + (data?.length ?? 0);
}
