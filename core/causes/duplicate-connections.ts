import type { Chain } from '../capture/chain';
import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause, ChainView } from './chain-cause';
import { found } from './reading/found';
import { duration } from './reading/words';
import { OVERLAP_MS } from './thresholds';

export const duplicateConnections: ChainCause = {
  id: 'duplicate-connections',
  layer: 'page',
  severity: 'warning',
  title: 'Several sockets are open for the same conversation',
  explanation:
    'A second socket to the same address was open for the same conversation at the same time. Each gets all that the server sends: messages come twice, and some servers push one of the two out.',
  likelyCauses: [
    'The page opened a new socket before it had closed the old one.',
    'Two components each open their own.',
    'The page is open in a second tab or frame.',
  ],
  next: [
    'Close the old socket before you open the next one, and share one socket among components.',
    'Between tabs, let one hold the socket: a SharedWorker, or a BroadcastChannel with a leader.',
  ],
  nextForUser: ['Close the other tabs of this page.'],
  retry: 'not-needed',
  needs: ['page-events'],
  explains: [],
  diagnose(view) {
    const { chain, siblings } = view;
    if (chain.conversationId === undefined || siblings.length === 0) return NOT_APPLICABLE;
    for (const other of siblings) {
      // Told once, of the one that came second.
      if (other.endpoint !== chain.endpoint || startOf(other) > startOf(chain)) continue;
      if (startOf(other) === startOf(chain) && other.id > chain.id) continue;
      const overlap = firstOverlap(view, other);
      if (overlap === undefined) continue;
      const { connection, forMs } = overlap;
      const text = `Another socket of this conversation was open beside this one for ${duration(forMs)}`;
      return found([{ source: 'page-hook', timeMs: connection.open?.timeMs ?? connection.startedMs, text }], {
        confidence: 'likely',
        about: [connection.id],
      });
    }
    return CLEAR;
  },
};

function startOf({ attempts }: Chain): number {
  return attempts[0].connection.startedMs;
}

/** Both lists are in the order of time: they are walked side by side. */
function firstOverlap({ chain, nowMs }: ChainView, other: Chain) {
  let index = 0;
  for (const { connection } of chain.attempts) {
    for (; index < other.attempts.length; index += 1) {
      const beside = other.attempts[index]?.connection;
      const forMs = beside === undefined ? 0 : togetherMs(connection, beside, nowMs);
      if (forMs > OVERLAP_MS) return { connection, forMs };
      if ((beside?.endedMs ?? nowMs) > (connection.endedMs ?? nowMs)) break;
    }
  }
  return undefined;
}

function togetherMs(one: Connection, other: Connection, nowMs: number): number {
  if (one.open === undefined || other.open === undefined) return 0;
  const fromMs = Math.max(one.open.timeMs, other.open.timeMs);
  return Math.min(one.endedMs ?? nowMs, other.endedMs ?? nowMs) - fromMs;
}
