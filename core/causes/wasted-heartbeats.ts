import type { Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { found } from './reading/found';
import { duration } from './reading/words';
import { BEATS_LOOKED_AT, BUSY_BEAT_MS, EQUAL_WAITS, IDLE_TIMEOUTS, MESSAGES_LOOKED_AT } from './thresholds';

export const wastedHeartbeats: ChainCause = {
  id: 'wasted-heartbeats',
  layer: 'protocol',
  severity: 'info',
  title: 'The heartbeat of the page does not fit its purpose',
  explanation:
    'A heartbeat keeps a connection alive across proxies, and shows that the other side is there. One that is rarer than the shortest idle time-out on the way keeps nothing alive; one every few seconds costs battery and bandwidth, and does no more.',
  likelyCauses: ['An interval that was taken from an example, or set low while looking for a fault.'],
  next: [
    'Send it about every 25 s: less than half of the shortest usual time-out (55 s), and rare enough to cost nothing.',
  ],
  nextForUser: ['Nothing: this is for the developers of the page.'],
  retry: 'not-needed',
  needs: ['page-events', 'messages'],
  explains: [],
  diagnose({ chain, wireOf }) {
    const connection = chain.attempts.findLast(
      ({ connection: { messageCount } }) => messageCount > 0,
    )?.connection;
    if (connection === undefined) return NOT_APPLICABLE;
    const beats = beatsOf(connection, wireOf(connection));
    if (beats.length <= EQUAL_WAITS) return NOT_APPLICABLE;
    const gaps = beats.slice(1).map((timeMs, index) => timeMs - (beats[index] ?? timeMs));
    const medianMs = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
    const [shortest] = IDLE_TIMEOUTS;
    const limitMs = (shortest?.[0] ?? Infinity) * 1_000;
    const timeMs = beats.at(-1) ?? connection.startedMs;
    const text = `The last ${beats.length} heartbeats of the page came about every ${duration(medianMs)}`;
    const about = [connection.id];
    if (medianMs < BUSY_BEAT_MS) {
      const title = `The page sends a heartbeat every ${duration(medianMs)}, which is more than it needs`;
      return found([{ source: 'page-hook', timeMs, text }], { confidence: 'certain', title, about });
    }
    if (medianMs <= limitMs || isBusyOtherwise(connection, limitMs)) return CLEAR;
    const title = `The page sends a heartbeat every ${duration(medianMs)}, which is too rare to keep a connection alive`;
    return found([{ source: 'page-hook', timeMs, text }], { confidence: 'likely', title, about });
  },
};

/** When the page sent its newest heartbeats, oldest first. */
function beatsOf({ messages }: Connection, wire: Wire): readonly number[] {
  const times: number[] = [];
  const least = Math.max(0, messages.length - MESSAGES_LOOKED_AT);
  for (let index = messages.length - 1; index >= least && times.length < BEATS_LOOKED_AT; index -= 1) {
    const message = messages[index];
    if (message?.direction !== 'out') continue;
    const [packet] = wire.packetsAt(index);
    // An answer to the server's heartbeat comes at the server's pace.
    if (packet?.kind === 'ping' || packet?.kind === 'keep-alive') times.push(message.timeMs);
  }
  return times.reverse();
}

/** Then the heartbeat is not what keeps it alive. */
function isBusyOtherwise({ messages }: Connection, limitMs: number): boolean {
  const newest = messages.slice(-MESSAGES_LOOKED_AT);
  return newest.every(({ timeMs }, index) => timeMs - (newest[index - 1]?.timeMs ?? timeMs) < limitMs);
}
