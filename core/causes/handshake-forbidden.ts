import type { Cause } from './cause';
import { isForbidden, rulingForStatus } from './reading/status-ruling';

export const handshakeForbidden: Cause = {
  id: 'handshake-forbidden',
  layer: 'auth',
  severity: 'error',
  title: 'The server forbids this connection',
  explanation:
    'The server, or a proxy before it, answered the handshake with 403. Many frameworks turn every refusal before the socket is accepted into 403: a close code such as 4001 that the application chose is lost on the way. The page sees only close code 1006.',
  likelyCauses: [
    "The server does not allow the page's origin.",
    'The token or session is wrong, and the application refused before it accepted the socket.',
    'A firewall for web applications or a bot check refused the request.',
    'The path is unknown: some servers answer 403 instead of 404.',
  ],
  next: [
    "Add the page's origin to the origins that the server allows.",
    'Check the token or session that goes with the handshake.',
    "Look for this request in the server's log: if it is not there, a proxy or firewall before it refused.",
  ],
  nextForUser: [
    'Log out and in again with the account that may use this.',
    'If it stays refused, ask the people who run this application for access.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isForbidden),
};
