import type { Cause } from './cause';
import { rulingForFailure } from './reading/failure-ruling';

export const handshakeConnectionLost: Cause = {
  id: 'handshake-connection-lost',
  layer: 'handshake',
  severity: 'error',
  title: 'The connection was lost before the handshake was answered',
  explanation:
    'The TCP connection stood, then it was closed or reset before a complete answer came. No status exists for this; the page gets close code 1006.',
  likelyCauses: [
    'The scheme does not fit the port: ws:// to a port that speaks TLS.',
    'The server process crashed or was restarted while it handled the handshake.',
    'A firewall or proxy cuts WebSocket handshakes off.',
  ],
  next: [
    'Check whether the port expects wss:// instead of ws://.',
    "Look into the server's log for a crash at this moment.",
  ],
  nextForUser: ['Reload the page in a minute; try another network if it keeps failing.'],
  retry: 'can-succeed',
  needs: ['browser-log'],
  diagnose(connection) {
    const ruling = rulingForFailure(connection, 'connection-lost');
    return ruling.verdict === 'found' ? { ...ruling, title: handshakeConnectionLost.title } : ruling;
  },
};
