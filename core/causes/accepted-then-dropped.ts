import { pageCloseCall } from '../capture/connection';
import { lifetimeOf } from '../capture/lifetime';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { hadErrorFirst } from './reading/opened';
import { duration } from './reading/words';
import { DROPPED_AT_ONCE_MS } from './thresholds';

export const acceptedThenDropped: Cause = {
  id: 'accepted-then-dropped',
  layer: 'transport',
  severity: 'error',
  title: 'The connection was accepted and dropped at once',
  explanation:
    'The handshake succeeded, and right after it the connection was gone: no message had come, and no Close frame. Something that accepts WebSockets stands there, but what should speak behind it does not.',
  likelyCauses: [
    'A proxy accepts every WebSocket and then cannot reach the application behind it.',
    'The application accepts first, then refuses the login or the path, and ends TCP without a Close frame.',
    'The handler of the server throws as soon as it begins.',
  ],
  next: [
    'Look into the log of the application at this moment: did the connection arrive there, and what did its handler throw.',
    'If it did not arrive, look at where the proxy sends this path.',
    'Refuse in the handshake, or close with a code of your own: then the reason is seen.',
  ],
  nextForUser: ['Log in again and reload the page; if it fails again, pass this finding on.'],
  retry: 'unknown',
  needs: ['page-events'],
  diagnose(connection) {
    const { close, open } = connection;
    if (close === undefined || open === undefined) return NOT_APPLICABLE;
    // With an error first, Firefox 153 may have failed the connection itself.
    if (!isCut(connection) || hadErrorFirst(connection) || pageCloseCall(connection) !== undefined)
      return CLEAR;
    const openMs = close.timeMs - open.timeMs;
    if (openMs > DROPPED_AT_ONCE_MS || lifetimeOf(connection, close.timeMs).in.messages > 0) return CLEAR;
    const text = `No message came in the ${duration(openMs)} between open and the end`;
    return found([...evidenceOf(connection), { source: close.source, timeMs: close.timeMs, text }], {
      confidence: 'likely',
    });
  },
};
