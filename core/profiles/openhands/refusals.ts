import type { Sign } from '../sign';

const V0_SHOWS = 'The page shows "Disconnected" and the bare words of the server.';
const V0_NEVER =
  'The client never tries again by itself after a refusal; a reload or a change of the conversation does.';
const COMMON = {
  severity: 'error',
  retry: 'change-first',
  pageShows: V0_SHOWS,
  clientDoes: V0_NEVER,
} as const;

/** Section 4.D: the namespace CONNECT is refused, with 44. */
export const refusals: readonly Sign[] = [
  {
    ...COMMON,
    id: 'd-01-no-conversation-id',
    title: 'OpenHands refuses: the address names no conversation',
    explanation: 'The server found no `conversation_id` in the query, without which it lets nobody in.',
    likelyCauses: ['A client of your own leaves the parameter out.', 'A proxy drops the query string.'],
    next: ['Send `conversation_id` in the query.', 'Check whether a proxy rewrites the address.'],
    nextForUser: ['Open the conversation again from the list.'],
    when: { kind: 'refusal', message: { equals: 'No conversation_id in query params' } },
  },
  {
    ...COMMON,
    id: 'd-02-invalid-session-api-key',
    title: 'OpenHands refuses the session key',
    explanation:
      'The server was started with `SESSION_API_KEY`, and the key in the address is another one, or the word `null`.',
    likelyCauses: [
      'The page has no key and sends the word `null`: the conversation was answered without `session_api_key`.',
      'The runtime was made anew and has another key than the page remembers.',
    ],
    next: [
      'Return the key as `session_api_key` of the conversation, and set the same `SESSION_API_KEY` on both servers.',
    ],
    nextForUser: ['Reload the page: it then fetches the present key.'],
    when: { kind: 'refusal', message: { equals: 'invalid_session_api_key' } },
  },
  {
    ...COMMON,
    id: 'd-03-events-unavailable',
    title: 'OpenHands refuses: the events of the conversation cannot be read',
    explanation:
      'The folder with the events of this conversation is not there. Only older servers say so; newer ones never reach this line. The refusal shows a path of the server.',
    likelyCauses: ['The storage of the server was emptied, or is another one than before.'],
    next: ['Check the file store of the server, and that it outlives a restart.'],
    nextForUser: ['Begin a new conversation: the events of this one are gone.'],
    when: { kind: 'refusal', message: { startsWith: 'Failed to access conversation events' } },
  },
  {
    ...COMMON,
    id: 'd-04-join-failed',
    title: 'OpenHands refuses: the conversation could not be joined',
    explanation:
      'After it had repeated the events, the server could not start the agent. Only older servers say so; newer ones never reach this line.',
    likelyCauses: ['The agent loop could not be started.'],
    next: ['Look for the failed start of the agent loop in the server log.'],
    nextForUser: ['Stop the conversation, start it again, and reload the page.'],
    when: { kind: 'refusal', message: { equals: 'Failed to join conversation' } },
  },
  {
    ...COMMON,
    id: 'd-05-settings-not-found',
    title: 'OpenHands refuses: there are no settings for this user',
    explanation:
      'The events were repeated, and then the server found no saved settings. The page shows only the raw words, although the refusal carries the id of a translated text.',
    likelyCauses: [
      'The settings were never saved, or their file was deleted.',
      'The server keeps files in memory, and was restarted.',
    ],
    next: ['Let the file store outlive a restart, and check which user the server takes this one for.'],
    nextForUser: ['Open the settings, save your LLM key, and reload the page.'],
    when: { kind: 'refusal', message: { equals: 'Settings not found' } },
  },
  {
    ...COMMON,
    id: 'd-06-forbidden',
    title: 'OpenHands refuses: this user may not join this conversation',
    explanation:
      'The conversation belongs to somebody else. The refusal carries the id of the user at the login service, which is personal.',
    likelyCauses: ['A link of somebody else was opened.', 'You are logged in with another account.'],
    next: ['Check who owns the conversation.'],
    nextForUser: ['Log in as the owner, or ask them to share the conversation.'],
    when: {
      kind: 'refusal',
      message: { startsWith: 'User ', contains: 'is not allowed to join conversation' },
    },
  },
  {
    ...COMMON,
    id: 'd-07-no-credentials',
    title: 'OpenHands refuses: no login came with the connection',
    explanation: 'The handshake carried neither the login cookie nor a valid Authorization header.',
    likelyCauses: [
      'Nobody is logged in.',
      'The cookie is not sent: another host with SameSite=strict, third-party cookies blocked, or a proxy that strips it.',
      'The API key in the header is not valid: it ends here too.',
    ],
    next: ['Serve page and socket from one site, and let the proxy pass the Cookie header on.'],
    nextForUser: ['Log in again, then reload the page.'],
    when: {
      kind: 'refusal',
      message: { equals: 'No keycloak_auth cookie or valid Authorization header' },
    },
  },
  {
    ...COMMON,
    id: 'd-08-session-timeout',
    title: 'OpenHands refuses: the login has expired',
    explanation:
      'The refresh token of the login is too old (ExpiredError). It is the one error of the login that OpenHands turns into a refusal; all others end in silence.',
    pageShows: 'The page shows "Session Timeout!".',
    likelyCauses: ['The login is older than the login service allows, or was idle for too long.'],
    next: ['Raise the lifetimes of the session at the login service, if they are too short.'],
    nextForUser: ['Log in again.'],
    when: { kind: 'refusal', message: { equals: 'SESSION$TIMEOUT_MESSAGE' } },
  },
];
