import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf, found } from './reading/found';
import { outcomeOf } from './reading/outcome';
import { duration } from './reading/words';

/** From here on it looks like a timeout of the page's own, not like a component that was unmounted. Our choice. */
const LONG_WAIT_MS = 5_000;

export const cancelledByPage: Cause = {
  id: 'cancelled-by-page',
  layer: 'page',
  severity: 'info',
  title: 'Your page closed the socket before it had opened',
  explanation:
    'The page called `close()` while the handshake was under way. The browser then reports an error and close code 1006, exactly as if the server had failed, though the server did nothing wrong.',
  likelyCauses: [
    'A component was unmounted at once: React StrictMode mounts twice in development, and a change of route unmounts.',
    'A client library replaced the socket, or gave up on it after a timeout.',
  ],
  next: [
    'If it happens once after a page load, ignore it.',
    'Otherwise create the socket outside the component, or close it only after `open`.',
  ],
  nextForUser: ['Nothing, unless the page stays empty: then reload it.'],
  retry: 'not-needed',
  needs: ['page-events'],
  diagnose(connection) {
    const outcome = outcomeOf(connection);
    const call = connection.closeCalls.find(
      ({ readyState, error }) => readyState === 0 && error === undefined,
    );
    if (call === undefined && outcome?.kind !== 'cancelled') {
      return outcome === undefined && connection.closeCalls.length === 0 ? NOT_APPLICABLE : CLEAR;
    }
    if (hadFailedAlready(connection)) return CLEAR;
    const waitMs = call === undefined ? 0 : call.timeMs - connection.startedMs;
    if (waitMs < LONG_WAIT_MS) return found(evidenceOf(connection), { confidence: 'certain' });
    return found(evidenceOf(connection), {
      confidence: 'certain',
      severity: 'warning',
      title: `Your page gave up on the socket after ${duration(waitMs)} of connecting`,
      next: [
        'Find out why the handshake took so long: a server or proxy that does not answer looks like this.',
      ],
    });
  },
};

/** The browser had the true reason before the page's call could stop anything. */
function hadFailedAlready(connection: Connection): boolean {
  const kind = outcomeOf(connection)?.kind;
  return kind === 'answered' || kind === 'refused' || kind === 'name-not-resolved' || kind === 'tls';
}
