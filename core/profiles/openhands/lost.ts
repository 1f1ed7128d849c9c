import type { Sign } from '../sign';
import { V0, V1, V1_BASH } from './addresses';
import { TOO_MANY_CONVERSATIONS } from './status-updates';

const V1_FLAPS =
  'The page flaps every 3 s between "Connection lost" and nothing: opening clears the message.';
const V1_LOOPS = 'The client tries again every 3 s for ever, whatever the code.';
const V0_RETRIES = 'The client comes back by itself after 1 to 5 s.';

/** Section 4.F: an established socket is lost. What the generic causes say as well is not repeated here. */
export const lost: readonly Sign[] = [
  {
    id: 'f-09-too-many-conversations',
    title: 'OpenHands stopped this conversation: too many run at once',
    explanation:
      'The server keeps a limited number of conversations alive, stopped this one for a newer one, and put the client out.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows "Disconnected" and no reason.',
    clientDoes: 'The client never tries again after a DISCONNECT of the server.',
    next: ['Raise `max_concurrent_conversations` (3 if not set).'],
    nextForUser: ['Close other conversations, then resume this one.'],
    when: {
      kind: 'disconnect',
      packet: 'DISCONNECT',
      after: { packet: TOO_MANY_CONVERSATIONS, withinMs: 30_000 },
    },
  },
  {
    id: 'f-09-server-kick',
    title: 'OpenHands put the client out: the session was closed on the server',
    explanation:
      'The server sent DISCONNECT, which it does when a conversation is stopped. The event that would say so is sent after it and never arrives.',
    severity: 'warning',
    retry: 'change-first',
    pageShows: 'The page shows "Disconnected" and no reason.',
    clientDoes: 'The client never tries again after a DISCONNECT of the server.',
    likelyCauses: [
      'Somebody pressed Stop.',
      'The conversation was idle for an hour (`sandbox.close_delay`).',
      'The server process that held it ended.',
    ],
    next: ['Look for the end of this session in the server log.'],
    nextForUser: ['Resume the conversation, then reload the page.'],
    when: { kind: 'disconnect', packet: 'DISCONNECT' },
  },
  {
    id: 'f-06-payload-too-large',
    title: 'The page sent more than 4 MiB, and OpenHands closed with 1000: the message is lost',
    explanation:
      'Engine.IO refuses messages over 4 MiB and closes with the code of a normal end. 1000 is not normal here.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing; the message stays in the chat as if it had been sent.',
    clientDoes: `${V0_RETRIES} It does not send the message again.`,
    next: ['Raise `max_http_buffer_size` of the server, or check the size in the page before sending.'],
    nextForUser: ['Send a smaller file: under 3 MB.'],
    when: {
      kind: 'close',
      codes: [1000],
      address: V0,
      // So much takes a while to leave on a slow line.
      lastSent: { largerThanChars: 4_194_304, withinMs: 60_000 },
    },
  },
  {
    id: 'f-05-frame-too-large',
    title: 'The page sent a message that is too large for the server (1009): it is lost',
    explanation: 'uvicorn closes on messages over 16 MiB.',
    severity: 'error',
    retry: 'change-first',
    pageShows: 'The page shows nothing; the message stays in the chat as if it had been sent.',
    clientDoes: V0_RETRIES,
    next: ['Check the size in the page before sending.'],
    nextForUser: ['Send a smaller file: under 3 MB.'],
    when: { kind: 'close', codes: [1009], address: V0 },
  },
  {
    id: 'f-07-ping-unanswered',
    title: 'OpenHands closed with 1000 because the page did not answer its ping',
    explanation:
      'The server pings every 25 s and waits 20 s. Then it closes with the code of a normal end, and without a word: 1000 is not normal here.',
    severity: 'warning',
    retry: 'can-succeed',
    clientDoes: V0_RETRIES,
    likelyCauses: [
      'The tab was frozen or the machine slept.',
      'The page stood at a breakpoint, or was very busy.',
    ],
    next: ['Look for long tasks in the page before this moment.'],
    nextForUser: ['Nothing: the page comes back by itself.'],
    when: { kind: 'close', codes: [1000], address: V0, hasUnansweredPing: true },
  },
  {
    id: 'f-03-restart',
    title: 'The OpenHands server is restarting (1012)',
    explanation:
      'uvicorn closes so on a deployment, a reload or SIGTERM. On V0 the agents that ran are gone afterwards.',
    severity: 'warning',
    retry: 'can-succeed',
    clientDoes: 'Both clients come back by themselves.',
    next: ['Let the load balancer drain connections before a restart.'],
    nextForUser: ['Wait; then ask the agent to continue.'],
    when: { kind: 'close', codes: [1012] },
  },
  {
    id: 'f-04-keepalive',
    title: 'The OpenHands server lost the browser: no pong in 20 s (1011)',
    explanation:
      'uvicorn pings over WebSocket itself and closes with "keepalive ping timeout". Only V0 does: the agent server of V1 sends no pings.',
    severity: 'warning',
    retry: 'can-succeed',
    clientDoes: V0_RETRIES,
    likelyCauses: ['The machine slept.', 'The network died without a word.'],
    next: ['Compare the moment with sleep and network changes of the client.'],
    nextForUser: ['Nothing: the page comes back by itself.'],
    when: { kind: 'close', codes: [1011], address: V0, reason: { startsWith: 'keepalive ping timeout' } },
  },
  {
    id: 'f-14-conversation-not-found',
    title: 'This sandbox does not know the conversation (4004)',
    explanation:
      'The agent server let the client in and closed at once: it has no conversation of this id, and will not have it at the next attempt either.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_FLAPS,
    clientDoes: V1_LOOPS,
    likelyCauses: [
      'The sandbox was made anew, or its volume was lost.',
      'The id belongs to another sandbox, or to a sub-conversation on another host.',
    ],
    next: ['Treat 4004 and 4001 as final in the client.', 'Check the volume of the sandbox.'],
    nextForUser: ['Begin a new conversation: this one is not in its sandbox any more.'],
    when: { kind: 'close', codes: [4004], address: V1 },
  },
  {
    id: 'f-15-no-auth-frame',
    title: 'The agent server waited 10 s for the login and closed (4001)',
    explanation:
      'Newer servers want the key in the first message. The page sent none, as older pages do: page and server do not fit together.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_FLAPS,
    clientDoes: V1_LOOPS,
    next: ['Bring the web page and the agent server to versions that fit.'],
    nextForUser: ['Reload the page without its cache.'],
    when: {
      kind: 'close',
      codes: [4001],
      address: V1,
      openForMs: { atLeast: 8_000, atMost: 15_000 },
      hasSent: false,
    },
  },
  {
    id: 'f-15-auth-refused',
    title: 'The agent server refused the login in the first message (4001)',
    explanation:
      'The first message was no login, or its key is wrong. The same key is sent again at each attempt.',
    severity: 'error',
    retry: 'change-first',
    pageShows: V1_FLAPS,
    clientDoes: V1_LOOPS,
    next: ['Compare the key of the conversation with the environment of the sandbox.'],
    nextForUser: ['Reload the page: it then fetches the present key.'],
    when: { kind: 'close', codes: [4001], address: V1 },
  },
  {
    id: 'f-16-credential-binding',
    title: 'The agent server waits for its credentials to be bound (1013)',
    explanation: 'The conversation cannot be joined before its credentials are activated.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: V1_FLAPS,
    clientDoes: V1_LOOPS,
    next: ['Look why the activation of the credentials does not end.'],
    nextForUser: ['Wait a minute, then reload the page.'],
    when: { kind: 'close', codes: [1013], reason: { startsWith: 'credential_binding' } },
  },
  {
    id: 'f-16-capacity',
    title: 'Too many connections for this conversation (1013)',
    explanation: 'The agent server lets 50 in at once. This one comes in when others leave.',
    severity: 'warning',
    retry: 'can-succeed',
    pageShows: V1_FLAPS,
    clientDoes: V1_LOOPS,
    likelyCauses: ['Many tabs show the conversation.', 'Earlier connections were never closed.'],
    next: ['Look for sockets that a page opens anew without closing the old ones.'],
    nextForUser: ['Close other tabs of this conversation.'],
    when: { kind: 'close', codes: [1013], address: V1 },
  },
  {
    id: 'f-16-bash-capacity',
    title: 'Too many connections for the terminal’s events (1013)',
    explanation: 'The agent server lets a limited number in at once.',
    severity: 'warning',
    retry: 'can-succeed',
    clientDoes: V1_LOOPS,
    next: ['Look for sockets that a page opens anew without closing the old ones.'],
    nextForUser: ['Close other tabs of this conversation.'],
    when: { kind: 'close', codes: [1013], address: V1_BASH },
  },
];
