import { lifetimeOf } from '../capture/lifetime';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { found } from './reading/found';
import { deadAfterMs } from './reading/heartbeat-limit';
import { duration } from './reading/words';
import { HALF_OPEN_BEATS } from './thresholds';

export const halfOpen: ChainCause = {
  id: 'half-open',
  layer: 'transport',
  severity: 'warning',
  title: 'The socket says open, but the other side seems gone',
  explanation:
    'By the protocol that is spoken here the server sends a sign of life at a steady pace, and none has come for far too long. A connection whose other side vanished without a word stays open for the browser until something is sent and TCP gives up, which takes minutes.',
  likelyCauses: [
    'Something on the way dropped the connection without telling either side, as load balancers do with idle ones.',
    'The machine slept, or changed its network.',
    'The server stands still.',
  ],
  next: [
    'Have the client close and reconnect when the heartbeat stays away.',
    "Look into the server's list of connections whether it still knows this one.",
  ],
  nextForUser: ['Reload the page.'],
  retry: 'can-succeed',
  needs: ['page-events', 'messages'],
  explains: [],
  diagnose({ chain, wireOf, nowMs }) {
    const connection = chain.attempts.at(-1)?.connection;
    if (connection?.state !== 'open' || connection.open === undefined) return NOT_APPLICABLE;
    const wire = wireOf(connection);
    const limitMs = deadAfterMs(wire);
    const { idleMs } = lifetimeOf(connection, nowMs).in;
    if (wire.protocol.heartbeat?.sentBy === 'client' || limitMs === undefined || idleMs === undefined)
      return NOT_APPLICABLE;
    if (idleMs < HALF_OPEN_BEATS * limitMs || !wire.isComplete) return CLEAR;
    const text = `Nothing has come from the server for ${duration(idleMs)}; it is to be taken for dead after ${duration(limitMs)}`;
    return found([{ source: 'page-hook', timeMs: nowMs, text }], {
      confidence: 'likely',
      about: [connection.id],
    });
  },
};
