import type { Sign } from '../sign';
import { V0, V1 } from './addresses';

const FOR_EVER_V1 = 'The client tries again every 3 s for ever, with the same address.';
const FOR_EVER_V0 = 'The client tries again for ever, after 1 to 5 s.';
const V1_HIDES =
  'The page shows only "Disconnected": an error before the first connection has no words there.';

/** Sections 4.B and 4.C: what OpenHands adds to what a status or a failure says by itself. */
export const handshakes: readonly Sign[] = [
  {
    id: 'b-01-localhost-leak',
    title: 'The page dials localhost, which is not the machine that the sandbox runs on',
    explanation:
      'The conversation says that its sandbox is at localhost, and that name means the machine of whoever reads it. The page comes from another machine, so nothing answers there.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: [
      'Set `SANDBOX_CONTAINER_URL_PATTERN` (and `OH_WEB_URL`) to a host that browsers reach, and publish the ports.',
    ],
    nextForUser: ['Open OpenHands on the machine that it runs on, or tunnel the port.'],
    when: {
      kind: 'handshake',
      failures: ['refused'],
      address: { ...V1, host: 'localhost', pageHost: { noneOf: ['localhost', '127.0.0.1', '[::1]'] } },
    },
  },
  {
    id: 'b-03-tls-to-plain-port',
    title: 'The page dials the sandbox with TLS, and its port most likely speaks none',
    explanation:
      'The page was loaded over https, so it uses wss for the sandbox too; the port of an agent server speaks plain HTTP unless something stands before it.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Put a proxy with TLS before each port that browsers dial, or serve the page over http.'],
    nextForUser: ['Open the page over http, if its operator allows it.'],
    when: {
      kind: 'handshake',
      failures: ['tls'],
      text: { contains: 'SSL_PROTOCOL_ERROR' },
      address: { ...V1, scheme: 'wss' },
    },
  },
  {
    id: 'c-01-upgrade-stripped',
    title: 'The request reached Engine.IO as plain HTTP: something stripped the upgrade (400)',
    explanation:
      'OpenHands refuses WebSockets with 403; a 400 comes only where the Upgrade header was missing on arrival.',
    severity: 'error',
    retry: 'change-first',
    clientDoes: FOR_EVER_V0,
    likelyCauses: [
      'A proxy or load balancer strips Upgrade and Connection, or speaks HTTP/1.0 or HTTP/2 upstream.',
    ],
    next: [
      'In nginx: `proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";`.',
    ],
    nextForUser: ['Pass this on to whoever runs the proxy: a reload does not help.'],
    when: { kind: 'handshake', statuses: [400], address: V0 },
  },
  {
    id: 'c-02-engine-io-rejected',
    title: 'Engine.IO rejected the handshake (403), and its reason was lost on the way',
    explanation:
      'uvicorn turns every refusal before the socket is accepted into a bare 403. The reason can be the revision (EIO), the transport, an unknown session id, or a handler that said no; never the origin on OpenHands’ own server.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    clientDoes: FOR_EVER_V0,
    next: ['Open the same address with `transport=polling`: there the body says the reason.'],
    nextForUser: ['Reload the page: it may be older than the server.'],
    when: { kind: 'handshake', statuses: [403], address: V0 },
  },
  {
    id: 'c-03-wrong-path',
    title: 'The WebSocket reached the app server, which has no socket at this path (500)',
    explanation:
      'Every upgrade whose path does not begin with `/socket.io/` ends in the files of the web page, which cannot serve it: 500. The sockets of V1 belong to the port of the sandbox.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Route `/sockets/*` to the port of the sandbox, and keep the prefix of its path.'],
    nextForUser: ['Pass this on to whoever runs the proxy: a reload does not help.'],
    when: { kind: 'handshake', statuses: [500], address: V1 },
  },
  {
    id: 'c-03-socket-io-path-rewritten',
    title: 'The server failed at the path of Socket.IO (500): most likely a proxy rewrote it',
    explanation:
      'The app server answers 500 to an upgrade whose path does not begin with `/socket.io/` when it arrives. A crash of the server looks the same.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    clientDoes: FOR_EVER_V0,
    next: ['Pass `/socket.io/` on unchanged, and look for a traceback in the server log.'],
    nextForUser: ['Pass this on to whoever runs the server.'],
    when: { kind: 'handshake', statuses: [500], address: V0 },
  },
  {
    id: 'c-04-not-a-uuid',
    title: 'The agent server refused: the id in the address is no UUID (403)',
    explanation:
      'The last word of the path must be the id of a conversation. This one is not, for instance because it is the id of a task that is still starting.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Open the socket only when the task has ended and the conversation has its id.'],
    nextForUser: ['Wait until the conversation has started, then reload the page.'],
    when: { kind: 'handshake', statuses: [403], address: V1, endsInUuid: false },
  },
  {
    id: 'c-04-extra-path',
    title: 'The agent server refused: the path has a prefix that it does not know (403)',
    explanation: 'The agent server knows `/sockets/events/<id>` alone; something stands before it here.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Let the proxy strip the prefix, or drop it from `conversation_url`.'],
    nextForUser: ['Pass this on to whoever runs the proxy.'],
    when: { kind: 'handshake', statuses: [403], address: { path: '/*/sockets/events/*' }, endsInUuid: true },
  },
  {
    id: 'c-04-key-refused',
    title: 'The agent server refused the session key (403)',
    explanation:
      'The agent server closes with 4001 before it accepts the WebSocket, and its HTTP layer makes a bare 403 of that: the code never reaches the page. The id is a UUID and a key was sent, so the key is what is left to be wrong.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    likelyCauses: [
      'The sandbox was made anew and has another key than the page remembers.',
      '`OH_SESSION_API_KEYS_0` of the sandbox differs from the key in the conversation.',
    ],
    next: [
      'Compare `session_api_key` of the conversation with the environment of the sandbox.',
      'Ask with curl: `/api/conversations/count` with the header X-Session-API-Key answers 401 if the key is wrong.',
    ],
    nextForUser: ['Reload the page: it then fetches the present key.'],
    when: {
      kind: 'handshake',
      statuses: [403],
      address: {
        path: '/sockets/events/*',
        query: [{ name: 'session_api_key', value: { noneOf: ['', 'null'] } }],
      },
      endsInUuid: true,
    },
  },
  {
    id: 'c-04-no-key',
    title: 'The agent server refused: no session key came with the address (403)',
    explanation:
      'The address has no `session_api_key`, or the word `null`: the conversation was answered without one.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Return `session_api_key` with the conversation.'],
    nextForUser: ['Reload the page.'],
    when: { kind: 'handshake', statuses: [403], address: V1, endsInUuid: true },
  },
  {
    id: 'c-05-sandbox-gone',
    title: 'No sandbox answers for this conversation (404)',
    explanation:
      'A proxy before the sandboxes knows no backend for this address: the sandbox was removed, while the conversation itself still exists.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_HIDES,
    clientDoes: FOR_EVER_V1,
    next: ['Resume the sandbox, and drop the old address when it is removed.'],
    nextForUser: ['Resume the conversation, or begin a new one.'],
    when: { kind: 'handshake', statuses: [404], address: V1 },
  },
  {
    id: 'c-06-sandbox-not-ready',
    title: 'The gateway has no answer from the sandbox: it is starting, paused or has crashed',
    explanation: 'The gateway stands, and what is behind it does not answer yet, or no more.',
    severity: 'warning',
    retry: 'can-succeed',
    confidence: 'likely',
    clientDoes: FOR_EVER_V1,
    next: ['Look at the state and the log of the sandbox container.'],
    nextForUser: ['Wait a minute; if it stays so, resume the conversation.'],
    when: { kind: 'handshake', statuses: [502, 503, 504], address: V1 },
  },
  {
    id: 'c-07-login-proxy',
    title: 'A login proxy answered in place of OpenHands',
    explanation:
      'A browser cannot follow a redirect of a WebSocket, nor show a login page in it: the proxy before OpenHands wants a new login.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    next: ['Exempt `/socket.io/` and `/sockets/` from the proxy’s login, or let it accept its cookie there.'],
    nextForUser: ['Open the page in a new tab, log in there, then reload this one.'],
    when: { kind: 'handshake', statuses: [200, 301, 302, 303, 307, 308, 401] },
  },
];
