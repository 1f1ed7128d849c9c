import type { Sign } from '../sign';
import { V0 } from './addresses';

const COMMON = {
  severity: 'error',
  retry: 'change-first',
  pageShows: 'The page shows "Connecting..." and will do so for ever.',
  clientDoes: 'The client has no time-out for this answer and never tries again.',
} as const;
const LOG = 'Look for `message async handler error` in the server log: the traceback under it is the cause.';
const AFTER_MS = 5_000;

/** Section 4.E, E-01: CONNECT is never answered. Only ConnectionRefusedError makes a refusal; anything else, silence. */
export const hangs: readonly Sign[] = [
  {
    ...COMMON,
    id: 'e-01-no-session-api-key',
    title: 'OpenHands hangs: the address has an empty session key, or none',
    explanation:
      'A server with `SESSION_API_KEY` takes the parameter for granted. An empty value is dropped by its parser, and the handler dies of a KeyError, which sends no answer at all.',
    confidence: 'likely',
    next: ['Always send `session_api_key` with its value.', LOG],
    nextForUser: ['Reload the page: it then fetches the present key.'],
    when: {
      kind: 'unanswered',
      packet: 'CONNECT',
      afterMs: AFTER_MS,
      replay: 'none',
      address: { ...V0, query: [{ name: 'session_api_key', value: { equals: '' } }] },
    },
  },
  {
    ...COMMON,
    id: 'e-01-key-left-out',
    title: 'OpenHands hangs: the address has no session key',
    explanation:
      'A server with `SESSION_API_KEY` takes the parameter for granted. Without it the handler dies of a KeyError, which sends no answer at all.',
    confidence: 'likely',
    next: ['Always send `session_api_key`.', LOG],
    nextForUser: ['Reload the page.'],
    when: {
      kind: 'unanswered',
      packet: 'CONNECT',
      afterMs: AFTER_MS,
      replay: 'none',
      address: { ...V0, query: [{ name: 'session_api_key', isMissing: true }] },
    },
  },
  {
    ...COMMON,
    id: 'e-01-before-replay',
    title: 'OpenHands hangs: the server failed before it repeated any event',
    explanation:
      'The connect handler died at the first step: the parameters, or the login. Every error there but an expired login ends in silence.',
    likelyCauses: [
      'The login cookie cannot be read: it was signed with another secret, or is damaged.',
      'The login service did not answer, or gave no access token.',
      '`providers_set` names a provider that the server does not know.',
    ],
    next: [LOG, 'Check `providers_set` and the login cookie of this handshake.'],
    nextForUser: ['Log out and in again, clear the cookies of this site, then reload the page.'],
    when: { kind: 'unanswered', packet: 'CONNECT', afterMs: AFTER_MS, replay: 'none' },
  },
  {
    ...COMMON,
    id: 'e-01-after-replay',
    title: 'OpenHands hangs: the server failed after it had repeated all events',
    explanation:
      'All events came, the last change of state too, and then nothing: the handler died while it read the settings or joined the conversation.',
    likelyCauses: [
      'The page dialled the app server, and the conversation lives in a nested runtime (`unsupported_operation`).',
      'The store of settings or secrets failed.',
      'In a cluster, the entry of the conversation in Redis was lost (`no_event_stream`).',
    ],
    next: [LOG, 'Compare the host of this address with `url` of the conversation.'],
    nextForUser: ['Reload the page; if it hangs again, stop and start the conversation.'],
    when: { kind: 'unanswered', packet: 'CONNECT', afterMs: AFTER_MS, replay: 'whole' },
  },
  {
    ...COMMON,
    id: 'e-01-during-replay',
    title: 'OpenHands hangs: the server failed while it repeated the events',
    explanation:
      'Some events came, and the one that ends the replay did not: an event in the store cannot be read.',
    next: [LOG, 'Look at the stored event after the last one that came.'],
    nextForUser: ['Begin a new conversation: this one cannot be read any more.'],
    when: { kind: 'unanswered', packet: 'CONNECT', afterMs: AFTER_MS, replay: 'part' },
  },
  {
    ...COMMON,
    id: 'e-01-connect-hang',
    title: 'OpenHands hangs: it never answers whether the client may join',
    explanation:
      'The connect handler died, which sends no answer at all. How far it had come is not known: not all messages were kept.',
    next: [LOG],
    nextForUser: ['Reload the page once; if it hangs again, log out and in.'],
    when: { kind: 'unanswered', packet: 'CONNECT', afterMs: AFTER_MS },
  },
];
