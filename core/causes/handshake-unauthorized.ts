import type { Cause } from './cause';
import { isUnauthorized, rulingForStatus } from './reading/status-ruling';

export const handshakeUnauthorized: Cause = {
  id: 'handshake-unauthorized',
  layer: 'auth',
  severity: 'error',
  title: 'The server wants other credentials',
  explanation:
    'The server answered the handshake with 401 instead of opening the socket. The page cannot see that: it gets close code 1006, as for every failed handshake. A WebSocket cannot send an Authorization header, so credentials travel as a cookie, in the URL or in a subprotocol.',
  likelyCauses: [
    'The token in the URL is missing or has expired.',
    'The session cookie was not sent: it is SameSite and the socket goes to another site, or third-party cookies are blocked.',
    'The user is logged out.',
  ],
  next: [
    'Log in again or refresh the token before you connect: a retry with the same credentials gets the same answer.',
    'Look at the cookies and the query of this handshake, and compare them with a request that works.',
  ],
  nextForUser: ['Log in again, then reload the page.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isUnauthorized),
};
