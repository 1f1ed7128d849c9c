import type { Cause } from './cause';
import { isOtherRefusal, rulingForStatus } from './reading/status-ruling';

export const handshakeRejected: Cause = {
  id: 'handshake-rejected',
  layer: 'handshake',
  severity: 'error',
  title: 'The handshake was answered, but not with 101',
  explanation:
    'A WebSocket opens only when the server answers 101 Switching Protocols. Any other status ends the attempt, a redirect as well: browsers do not follow it. The page cannot see the status: it gets close code 1006.',
  likelyCauses: [
    'A proxy does not pass the Upgrade and Connection headers on.',
    'The path leads to an ordinary page or to a login redirect.',
    'A limit on requests or connections is reached.',
  ],
  next: [
    'Open the same address in a tab, with http:// for ws:// and https:// for wss://: the body of the answer often says what is wrong.',
    'Check that every proxy in between passes the upgrade on.',
  ],
  nextForUser: ['Reload the page; if a proxy of your company may be in between, try another network.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForStatus(connection, isOtherRefusal),
};
