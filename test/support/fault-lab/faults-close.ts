import type { Causes, Fault } from './fault';
import { nativeFault } from './fault';

/** `how` is a code, or the lab's name for a Close frame that carries none. */
function close(how: number | string, title: string, causes: Causes, reason = '', label = 'bare'): Fault {
  const query = new URLSearchParams({ after: '200', ...(reason === '' ? {} : { reason }) });
  const id = label === 'bare' ? `close-${how}` : `close-${how}-${label}`;
  return nativeFault(id, title, { causes, target: `/close/${how}/${label}?${query}` });
}

function registered(code: number, title: string): Fault {
  return close(code, title, 'server-closed-with-code');
}

function hidden(code: number, label: string, title: string, reason: string): Fault {
  return close(code, title, 'server-closed-with-code', reason, label);
}

/** Connections that open and end with a Close frame, good or bad. */
export const closeFaults: readonly Fault[] = [
  close(1000, 'The server closes normally', 'normal-closure', 'bye'),
  nativeFault('page-closes', 'The page closes normally', {
    causes: 'normal-closure',
    target: '/echo/page-closes',
    params: { closeAfter: '200', closeCode: '1000', closeReason: 'done here' },
  }),
  close(1001, 'The server goes away', 'going-away', 'shutting down'),
  close(1002, 'The server finds fault with the page’s frames', 'server-closed-with-code'),
  close(1004, 'The server closes with 1004, which means nothing', 'server-closed-with-code'),
  registered(1003, 'The server cannot take this type of data'),
  registered(1007, 'The server got text that is not UTF-8'),
  registered(1010, 'The server closes with 1010, which is the client’s to send'),
  registered(1012, 'The server says that it restarts'),
  registered(1013, 'The server sheds load'),
  registered(1014, 'The gateway got nonsense from the server behind it'),
  registered(1016, 'The server closes with 1016, which nobody has registered'),
  registered(2999, 'The server closes with 2999, the last that nobody may use'),
  registered(0, 'The server closes with 0'),
  hidden(
    1000,
    'hasura',
    'The server hides a refusal in the reason of 1000',
    '{"server_error_msg":"4400: Connection initialization failed: Missing Authorization header"}',
  ),
  hidden(
    1001,
    'session-limit',
    'The server hides the end of a session in the reason of 1001',
    'Your session hit the maximum duration of 60 minutes.',
  ),
  close(1008, 'The server drops a client that reads too slowly', 'slow-consumer', 'Slow Consumer', 'slow'),
  close(1008, 'The server closes for its policy', 'server-closed-with-code', 'origin not allowed'),
  close(1009, 'A message was too big for the server', 'server-closed-with-code'),
  close(1011, 'The server fails inside', 'server-closed-with-code', 'keepalive ping timeout'),
  nativeFault('restart', 'The server restarts, is down for a second and comes back', {
    causes: 'server-closed-with-code',
    target: '/restart?key=KEY',
    params: { reconnectMs: '400', attempts: '8', closeAfter: '1500' },
  }),
  close(999, 'The server closes with 999, which no RFC allows', 'server-closed-with-code'),
  close(5000, 'The server closes with 5000, which is out of range', 'server-closed-with-code'),
  close(3000, 'The server closes with 3000, unauthorized', 'application-close-code', 'unauthorized'),
  close(3003, 'The server closes with 3003, forbidden', 'application-close-code', 'forbidden'),
  close(3008, 'The server closes with 3008, time-out', 'application-close-code', 'timeout'),
  nativeFault('close-4429-graphql', 'A GraphQL server closes with a code of its protocol', {
    causes: 'protocol-close-code',
    target: '/close/4429/graphql?after=200&reason=Too%20many%20initialisation%20requests',
    params: { protocols: 'graphql-transport-ws' },
  }),
  close(4401, 'The application closes with a code of its own', 'application-close-code', 'token expired'),
  nativeFault('openhands-unknown-conversation', 'OpenHands does not know the conversation', {
    causes: 'profile-close-code',
    target:
      '/sockets/events/22222222222222222222222222222222?resend_all=true&session_api_key=unknown-conversation',
    params: { reconnectMs: '500', attempts: '3' },
  }),
  close('none', 'The server closes without a code', 'closed-without-code'),
  // Firefox 153 shows the page what must never be on the wire; only 1005 then looks like an empty Close frame.
  close(1005, 'The server sends the code 1005, which is never to be sent', {
    chromium: 'protocol-violation',
    firefox: 'closed-without-code',
  }),
  close(1006, 'The server sends the code 1006, which is never to be sent', {
    chromium: 'protocol-violation',
    firefox: 'server-closed-with-code',
  }),
  close(1015, 'The server sends the code 1015, which is never to be sent', {
    chromium: 'protocol-violation',
    firefox: 'server-closed-with-code',
  }),
  close('one-byte', 'The server sends half a close code', {
    chromium: 'protocol-violation',
    firefox: 'closed-without-code',
  }),
  close('bad-utf8', 'The server gives a close reason that is not UTF-8', {
    chromium: 'protocol-violation',
    firefox: 'abnormal-closure',
  }),
];
