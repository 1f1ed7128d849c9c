import type { Sign } from '../sign';
import { V0, V0_NO_CONVERSATION, V1 } from './addresses';
import { AGENT_STATE, agentState, ohEvent, v1Event } from './events';

/** Section 4.G, and the positions of section 8: what nobody tells the browser. */
export const transmission: readonly Sign[] = [
  {
    id: 'g-01-action-lost',
    title: 'Your message never reached the conversation',
    explanation:
      'The page sent it, and OpenHands, which repeats each message to all, did not repeat it. An error in the handler of the server is written into its log and nowhere else.',
    severity: 'error',
    retry: 'can-succeed',
    pageShows: 'The message stays in the chat as if it had been sent.',
    likelyCauses: [
      'The server no longer holds the session (`no_connected_session`, `no_conversation`).',
      'The server does not know this type of action.',
    ],
    next: ['Send with an acknowledgement, and look for the error in the server log.'],
    nextForUser: ['Copy your text, reload the page, and send it again.'],
    when: {
      kind: 'no-echo',
      action: {
        direction: 'out',
        name: 'oh_user_action',
        where: [{ at: '0.action', equals: 'message' }],
      },
      echo: ohEvent({ at: '0.source', equals: 'user' }, { at: '0.action', equals: 'message' }),
      orElse: ohEvent({ at: '0.error', equals: true }),
      afterMs: 5_000,
    },
  },
  {
    id: 'g-08-image-dropped',
    title: 'Your message with an image never reached the conversation',
    explanation:
      'The page sent a part of type `image_url`, which this version of the agent server does not know: it drops the whole message and says nothing.',
    severity: 'error',
    retry: 'change-first',
    confidence: 'likely',
    pageShows: 'The message vanishes.',
    next: ['Send `{"type":"image","image_urls":[...]}`, or bring page and server to versions that fit.'],
    nextForUser: ['Send it again without the image.'],
    when: {
      kind: 'no-echo',
      action: {
        direction: 'out',
        where: [
          { at: 'role', equals: 'user' },
          { at: 'content.*.type', equals: 'image_url' },
        ],
      },
      echo: v1Event('MessageEvent', { at: 'source', equals: 'user' }),
      orElse: v1Event('ServerErrorEvent'),
      afterMs: 5_000,
    },
  },
  {
    id: 'g-07-message-dropped',
    title: 'Your message never reached the conversation',
    explanation:
      'The page sent it, and the agent server, which repeats each message, did not. Older servers write a message that they cannot read into their log and say nothing.',
    severity: 'error',
    retry: 'can-succeed',
    pageShows: 'The page shows nothing.',
    likelyCauses: [
      'The message does not fit the schema of this server.',
      'The service of the conversation is inactive.',
    ],
    next: ['Look for `error_in_subscription` in the log of the agent server.'],
    nextForUser: ['Copy your text, reload the page, and send it again.'],
    when: {
      kind: 'no-echo',
      action: {
        direction: 'out',
        where: [
          { at: 'role', equals: 'user' },
          { at: 'content', exists: true },
        ],
      },
      echo: v1Event('MessageEvent', { at: 'source', equals: 'user' }),
      orElse: v1Event('ServerErrorEvent'),
      afterMs: 5_000,
    },
  },
  {
    id: 'g-02-session-dead',
    title: 'The agent runs, and nothing of it arrives',
    explanation:
      'The server says that the agent runs, and since then sends nothing but pings. After one failed send OpenHands marks the session as dead and swallows all that follows.',
    severity: 'warning',
    retry: 'change-first',
    confidence: 'possible',
    pageShows: 'The chat stands still.',
    likelyCauses: ['The session is marked as dead on the server.', 'The agent thinks for a long time.'],
    next: [
      'Look for `Error sending data to websocket` in the server log.',
      'Compare with `/api/conversations/<id>/events`: what is there and not here was swallowed.',
    ],
    nextForUser: ['Reload the page; if it stands still again, stop and start the conversation.'],
    when: {
      kind: 'silence',
      since: agentState({ at: AGENT_STATE, equals: 'running' }),
      forMs: 120_000,
    },
  },
  {
    id: 'g-05-orphan-socket',
    title: 'The page holds two sockets for this conversation',
    explanation:
      'The page opens its socket anew when the list of git providers is there, and closes the old one only if it had already connected.',
    severity: 'warning',
    retry: 'not-needed',
    pageShows: 'The page shows nothing: the old socket is deaf.',
    next: ['Close the old socket in whatever state it is.'],
    nextForUser: ['Nothing: a reload closes both.'],
    when: { kind: 'twin', withinMs: 1_500 },
  },
  {
    id: 'ids-reset',
    title: 'The events of this conversation begin anew: its store was reset',
    explanation: 'The client asked for what comes after an event, and got event 0 again.',
    severity: 'error',
    retry: 'not-needed',
    next: ['Check that the file store outlives a restart of the server.'],
    nextForUser: ['Reload the page: what it shows is from before the reset.'],
    when: { kind: 'event-ids', problem: 'reset' },
  },
  {
    id: 'ids-lost',
    title: 'Events that were there before are gone from the agent server',
    explanation:
      'A full replay no longer holds events that came earlier: the sandbox was made anew, or its store was rolled back.',
    severity: 'error',
    retry: 'not-needed',
    confidence: 'likely',
    next: ['Compare with `/api/v1/events/count`, and check the volume of the sandbox.'],
    nextForUser: ['Reload the page: it then shows what is left.'],
    when: { kind: 'event-ids', problem: 'lost' },
  },
  {
    id: 'ids-rewound',
    title: 'The client came back from an older position than it had reached',
    explanation: 'After a reconnect it asked for events that it had had already, so they come twice.',
    severity: 'warning',
    retry: 'not-needed',
    next: ['Remember the highest id, not the last one that was handled, and never send `-1` again.'],
    nextForUser: ['Reload the page if messages stand there twice.'],
    when: { kind: 'event-ids', problem: 'rewound' },
  },
  {
    id: 'ids-stale-anchor',
    title: 'The client asks for events since the same moment again',
    explanation: '`after_timestamp` did not move, although newer events had come: they come twice.',
    severity: 'warning',
    retry: 'not-needed',
    next: ['Move the anchor with each event that is handled.'],
    nextForUser: ['Reload the page if messages stand there twice.'],
    when: { kind: 'event-ids', problem: 'stale-anchor' },
  },
  {
    id: 'ids-repeated',
    title: 'The same event came twice on one connection',
    explanation: 'An id was used twice without a reconnect in between.',
    severity: 'warning',
    retry: 'not-needed',
    next: ['Let the page drop events whose id it has.'],
    nextForUser: ['Reload the page if messages stand there twice.'],
    when: { kind: 'event-ids', problem: 'repeated' },
  },
  {
    id: 'address-latest-event-id-undefined',
    title: 'The client sends the word "undefined" as its position',
    explanation:
      'A position that was not there yet was printed as a word. The server takes it for -1 and repeats everything.',
    severity: 'info',
    retry: 'not-needed',
    next: ['Send `-1` while no event has come.'],
    nextForUser: ['Nothing: it only costs time.'],
    when: {
      kind: 'address',
      address: { ...V0, query: [{ name: 'latest_event_id', value: { equals: 'undefined' } }] },
    },
  },
  {
    id: 'address-session-api-key-null',
    title: 'The client sends the word "null" or "undefined" as its session key',
    explanation:
      'A key that is not there was printed as a word. Without `SESSION_API_KEY` on the server that does no harm; with it, the connection is refused.',
    severity: 'info',
    retry: 'not-needed',
    next: ['Leave the parameter out where the server has no key, or return the key with the conversation.'],
    nextForUser: ['Nothing, unless the connection is refused: then reload the page.'],
    when: {
      kind: 'address',
      address: { query: [{ name: 'session_api_key', value: { oneOf: ['null', 'undefined'] } }] },
    },
  },
  {
    id: 'address-no-conversation',
    title: 'The address names no conversation',
    explanation: 'OpenHands lets nobody in without `conversation_id` in the query.',
    severity: 'warning',
    retry: 'change-first',
    next: ['Send `conversation_id`, and check whether a proxy drops the query.'],
    nextForUser: ['Open the conversation again from the list.'],
    when: {
      kind: 'address',
      address: {
        ...V0_NO_CONVERSATION,
        query: [{ name: 'latest_event_id' }, { name: 'conversation_id', isMissing: true }],
      },
    },
  },
  {
    id: 'address-task-id',
    title: 'The address has the id of a task, not of a conversation',
    explanation:
      'A conversation that is starting has the id of its task. The agent server knows ids of conversations alone.',
    severity: 'warning',
    retry: 'change-first',
    next: ['Wait for `app_conversation_id` of the task before the socket is opened.'],
    nextForUser: ['Wait until the conversation has started.'],
    when: { kind: 'address', address: { ...V1, path: '*/sockets/events/task-*' } },
  },
];
