import type { Cause } from './cause';
import { isServerError, rulingForStatus } from './reading/status-ruling';

export const handshakeServerError: Cause = {
  id: 'handshake-server-error',
  layer: 'handshake',
  severity: 'error',
  title: 'The server failed while it handled the handshake',
  explanation:
    'The handshake was answered with a status from 500 to 599. 500 comes from the application; 502, 503, 504 and 520 to 526 come from a proxy that could not use the server behind it. The page sees only close code 1006.',
  likelyCauses: [
    'The server is restarting or overloaded.',
    'The application threw an error while it handled the handshake.',
    'The proxy sends the request to a server that is down, or to one that does not know WebSockets.',
  ],
  next: [
    "Look into the server's log, and the proxy's, at this moment.",
    'Reconnect with a growing, random delay: a restart heals by itself.',
  ],
  nextForUser: ['Wait a minute and reload: the server, or a proxy before it, has a problem of its own.'],
  retry: 'can-succeed',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isServerError),
};
