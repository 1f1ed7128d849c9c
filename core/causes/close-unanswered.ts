import { pageCloseCall } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { duration } from './reading/words';
import { CLOSE_ANSWER_MS } from './thresholds';

export const closeUnanswered: Cause = {
  id: 'close-unanswered',
  layer: 'close',
  severity: 'warning',
  title: 'Your page closed the connection, and the server never answered',
  explanation:
    'A Close frame is answered with a Close frame. None came, so the browser gave up after its own time-out (60 s in Chromium, 20 s in Firefox) and told the page 1006. Until then the socket stood in CLOSING, and whatever was sent was dropped.',
  likelyCauses: [
    'The server does not answer Close frames: it writes frames by hand, or its framework leaves that to the application.',
    'The connection had been dead before: the page closed it because nothing came any more.',
    'A Durable Object or a serverless gateway that ends connections without the close handshake.',
  ],
  next: [
    'Have the server answer a Close frame with a Close frame, and only then end the TCP connection.',
    'Do not wait for `close` in the page before you open the next socket.',
  ],
  nextForUser: ['Nothing: the page had closed the connection itself.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { close } = connection;
    const call = pageCloseCall(connection);
    if (close === undefined || call === undefined) return NOT_APPLICABLE;
    const waitedMs = close.timeMs - call.timeMs;
    if (!isCut(connection) || waitedMs < CLOSE_ANSWER_MS) return CLEAR;
    const text = `The server never answered the close handshake, in ${duration(waitedMs)}`;
    return found([...evidenceOf(connection), { source: call.source, timeMs: close.timeMs, text }], {
      confidence: 'certain',
    });
  },
};
