import type { Sign } from '../sign';

const COMMON = {
  severity: 'error',
  retry: 'change-first',
  clientDoes: 'The client never tries again by itself after a refusal.',
} as const;

/** Section 4.D: refusals of python-socketio itself. */
export const libraryRefusals: readonly Sign[] = [
  {
    ...COMMON,
    id: 'd-09-rejected-by-server',
    title: 'The Socket.IO server rejected the connection without saying why',
    explanation:
      'The connect handler returned False, or raised a refusal without words: python-socketio then says only this.',
    next: ['Raise `ConnectionRefusedError` with a reason in the connect handler.'],
    nextForUser: ['Log in again, then reload the page.'],
    when: { kind: 'refusal', message: { equals: 'Connection rejected by server' } },
  },
  {
    ...COMMON,
    id: 'd-10-unknown-namespace',
    title: 'The Socket.IO server does not know this namespace',
    explanation:
      'python-socketio answers with the bare text "Unable to connect", which a JavaScript client shows as an empty message; Node servers say "Invalid namespace".',
    next: ['Connect to a namespace that the server has: OpenHands uses the default one alone.'],
    nextForUser: ['Reload the page: it may be older than the server.'],
    when: { kind: 'refusal', message: { oneOf: ['Unable to connect', 'Invalid namespace'] } },
  },
  {
    ...COMMON,
    id: 'd-13-refused-inside',
    title: 'The connect handler of the server was itself refused a connection',
    explanation:
      'From python-socketio 5.14.3 on, Python’s own ConnectionRefusedError inside the handler becomes this refusal: a database or Redis did not answer.',
    retry: 'can-succeed',
    next: ['Check the database and Redis behind the server.'],
    nextForUser: ['Wait a minute, then reload the page.'],
    when: { kind: 'refusal', message: { equals: 'Connection refused by server' } },
  },
  {
    ...COMMON,
    id: 'd-14-admin-ui',
    title: 'The Socket.IO admin page was refused',
    explanation: 'The namespace `/admin` of the Socket.IO admin page did not accept the credentials.',
    next: ['Check user name and password of the admin page.'],
    nextForUser: ['Nothing: this does not concern the conversation.'],
    when: { kind: 'refusal', message: { equals: 'authentication failed' }, namespace: { equals: '/admin' } },
  },
  {
    id: 'd-12-always-connect-refused',
    title: 'The server let the client in and refused it in the same moment',
    explanation:
      'With `always_connect=True` python-socketio confirms first and then sends the refusal as a DISCONNECT with a body, which breaks the protocol.',
    severity: 'error',
    retry: 'change-first',
    clientDoes:
      'The client ends with "parse error" and tries again every 0.5 to 1.5 s, each time as its first attempt.',
    next: ['Drop `always_connect` from the server.'],
    nextForUser: ['Close the page: it does not stop by itself.'],
    when: { kind: 'disconnect', unreadable: { startsWith: '41{' } },
  },
];
