import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { found } from './reading/found';
import { pageCloseCall } from '../capture/connection';
import { quoted } from './reading/words';

export const webTransportClosed: Cause = {
  id: 'webtransport-closed',
  layer: 'transport',
  severity: 'error',
  title: 'The WebTransport session ended',
  explanation:
    'A WebTransport session (HTTP/3 over QUIC) ended. The browser tells a page no more than a short text about a failure. Hangup observes when a session opens and how it ends; it does not read its streams.',
  likelyCauses: [
    'UDP is blocked on the way, or nothing speaks HTTP/3 at this address.',
    'The certificate is not accepted.',
    'The server ended the session.',
  ],
  next: ['Check that UDP reaches the server, and offer WebSocket as a second way.'],
  nextForUser: ['Reload the page; try another network if it keeps failing.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { webTransportEnd: end, open, transport } = connection;
    if (transport !== 'webtransport') return NOT_APPLICABLE;
    if (end === undefined) return CLEAR;
    const { source, timeMs, closeCode = 0, reason = '', error } = end;
    if (error !== undefined) {
      const text = `The browser says: ${error.name}: ${error.message}`;
      return found([{ source, timeMs, text }], {
        confidence: 'certain',
        title:
          open === undefined
            ? 'The WebTransport session could not be set up'
            : 'The WebTransport session was lost',
      });
    }
    const who = pageCloseCall(connection) === undefined ? 'The server' : 'The page';
    const text = `The session was closed with code ${closeCode}${reason === '' ? '' : ` and reason "${reason}"`}`;
    return found([{ source, timeMs, text }], {
      confidence: 'certain',
      severity: closeCode === 0 ? 'info' : 'warning',
      title: `${who} closed the WebTransport session with code ${closeCode}${quoted(reason)}`,
    });
  },
};
