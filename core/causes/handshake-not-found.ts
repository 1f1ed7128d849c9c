import type { Cause } from './cause';
import { isNotFound, rulingForStatus } from './reading/status-ruling';

export const handshakeNotFound: Cause = {
  id: 'handshake-not-found',
  layer: 'handshake',
  severity: 'error',
  title: 'Nothing is served at this path',
  explanation:
    'The host answered, but it has no WebSocket endpoint at this path. The page cannot see the status: it gets close code 1006.',
  likelyCauses: [
    'The path in the URL is wrong or lacks a prefix.',
    'A proxy rewrites the path, or has no route for it.',
    'What the path names (a room, a session, a deployment) no longer exists.',
  ],
  next: [
    'Compare host, path and trailing slash of the URL with the route on the server.',
    'Check the rewriting rules of every proxy in between.',
  ],
  nextForUser: [
    'You cannot mend this: pass the address and this finding on to the people who run the application.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isNotFound),
};
