import type { Cause } from './cause';
import { isNotFound, rulingForStatus } from './reading/status-ruling';

export const handshakeNotFound: Cause = {
  id: 'handshake-not-found',
  layer: 'handshake',
  severity: 'error',
  title: 'Nothing is served at this path',
  explanation:
    'The host answered, but found no WebSocket endpoint at this path. The page cannot see the status: it gets close code 1006.',
  likelyCauses: [
    'The path in the URL is wrong or lacks a prefix.',
    'A proxy rewrites the path, or has no route for it.',
    'A proxy does not pass the Upgrade and Connection headers on: the server then sees an ordinary request, and has no page there.',
    'What the path names (a room, a session, a deployment) no longer exists.',
  ],
  next: [
    'Compare host, path and trailing slash of the URL with the route on the server.',
    'Check the rewriting rules of every proxy in between, and that each passes the upgrade on (nginx: proxy_http_version 1.1, and proxy_set_header for Upgrade and Connection).',
  ],
  nextForUser: [
    'You cannot mend this: pass the address and this finding on to the people who run the application.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isNotFound),
};
