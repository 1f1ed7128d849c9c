import {
  agentState,
  CONVERSATION,
  LET_IN,
  ohEvent,
  received,
  v0,
  v0Joined,
  v0Refused,
  v0Url,
} from './frames';
import type { WireRow } from './wire-row';

const REPLAY = [
  ohEvent(100, { id: 0, source: 'agent', action: 'system', args: { content: '...' } }),
  ohEvent(110, { id: 2, source: 'user', message: 'hi', action: 'message', args: { content: 'hi' } }),
  agentState(120, 1, 'awaiting_user_input'),
];
const PING = received(25_000, '2');

/** CONNECT is refused (44), or never answered. */
export const refusedRows: readonly WireRow[] = [
  {
    id: 'D-01',
    when: 'no conversation in the query',
    facts: {
      ...v0Refused('44{"message":"No conversation_id in query params"}'),
      url: v0Url({ conversation_id: undefined }),
    },
    finds: ['profile-refusal: d-01-no-conversation-id', 'profile-address: address-no-conversation'],
  },
  {
    id: 'D-02',
    when: 'the word null as key, and a server that wants one',
    facts: {
      ...v0Refused('44{"message":"invalid_session_api_key"}'),
      url: v0Url({ session_api_key: 'null' }),
    },
    finds: ['profile-refusal: d-02-invalid-session-api-key', 'profile-address: address-session-api-key-null'],
  },
  {
    id: 'D-03',
    when: 'no folder with events (older servers)',
    facts: v0Refused(
      '44{"message":"Failed to access conversation events: /.openhands/sessions/nofile/events"}',
    ),
    finds: ['profile-refusal: d-03-events-unavailable'],
  },
  {
    id: 'D-04',
    when: 'the conversation cannot be joined, after the replay (older servers)',
    facts: v0Refused('44{"message":"Failed to join conversation"}', REPLAY),
    finds: ['profile-refusal: d-04-join-failed'],
  },
  {
    id: 'D-05',
    when: 'no settings, after the replay',
    facts: v0Refused(
      '44{"message":"Settings not found","data":{"msg_id":"CONFIGURATION$SETTINGS_NOT_FOUND"}}',
      REPLAY,
    ),
    finds: ['profile-refusal: d-05-settings-not-found'],
  },
  {
    id: 'D-06',
    when: 'the conversation of somebody else',
    facts: v0Refused(
      `44{"message":"User 7a0cb0f4-3b1e-4b7f-9a34-000000000000 is not allowed to join conversation ${CONVERSATION}"}`,
    ),
    finds: ['profile-refusal: d-06-forbidden'],
  },
  {
    id: 'D-07',
    when: 'no login',
    facts: v0Refused('44{"message":"No keycloak_auth cookie or valid Authorization header"}'),
    finds: ['profile-refusal: d-07-no-credentials'],
  },
  {
    id: 'D-08',
    when: 'an expired login',
    facts: v0Refused('44{"message":"SESSION$TIMEOUT_MESSAGE"}'),
    finds: ['profile-refusal: d-08-session-timeout'],
  },
  {
    id: 'D-09',
    when: 'a handler that returns False',
    facts: v0Refused('44{"message":"Connection rejected by server"}'),
    finds: ['profile-refusal: d-09-rejected-by-server'],
  },
  {
    id: 'D-10',
    when: 'a namespace that is not there (python-socketio)',
    facts: v0Joined([
      { at: 250, direction: 'out', text: '40/admin,' },
      received(300, '44/admin,"Unable to connect"'),
    ]),
    finds: ['profile-refusal: d-10-unknown-namespace'],
  },
  {
    id: 'D-10',
    when: 'a namespace that is not there (Node)',
    facts: v0Joined([
      { at: 250, direction: 'out', text: '40/admin,' },
      received(300, '44/admin,{"message":"Invalid namespace"}'),
    ]),
    finds: ['profile-refusal: d-10-unknown-namespace'],
  },
  {
    id: 'D-11',
    when: 'a refusal with words and data that nobody knows',
    facts: v0Refused('44{"message":"nope","data":[{"a":1},2]}'),
    finds: ['socket-io-connect-error'],
  },
  {
    id: 'D-12',
    when: 'always_connect: let in, and refused in the same moment',
    facts: v0Joined([received(210, '41{"message":"invalid_session_api_key"}')], {
      closeCall: { at: 215, readyState: 1 },
      close: { at: 230, code: 1005 },
    }),
    finds: ['profile-disconnect: d-12-always-connect-refused'],
  },
  {
    id: 'D-13',
    when: 'a database that refuses, inside the handler',
    facts: v0Refused('44{"message":"Connection refused by server"}'),
    finds: ['profile-refusal: d-13-refused-inside'],
  },
  {
    id: 'D-14',
    when: 'the admin page without its password',
    facts: v0Joined([
      { at: 250, direction: 'out', text: '40/admin,' },
      received(300, '44/admin,{"message":"authentication failed"}'),
    ]),
    finds: ['profile-refusal: d-14-admin-ui'],
  },
  {
    id: 'E-01',
    when: 'KeyError: an empty key, which the parser drops',
    facts: { ...v0([PING]), url: v0Url({ session_api_key: '' }) },
    finds: ['profile-connect-unanswered: e-01-no-session-api-key'],
  },
  {
    id: 'E-01',
    when: 'KeyError: no key at all',
    facts: { ...v0([PING]), url: v0Url({ session_api_key: undefined }) },
    finds: ['profile-connect-unanswered: e-01-key-left-out'],
  },
  {
    id: 'E-01',
    when: 'an error of the login, or an unknown provider: no event comes',
    facts: { ...v0([PING]), url: v0Url({ providers_set: 'bitbuckets' }) },
    finds: ['profile-connect-unanswered: e-01-before-replay'],
  },
  {
    id: 'E-01',
    when: 'a corrupt stored event: the replay breaks off',
    facts: v0([...REPLAY.slice(0, 2), PING]),
    finds: ['profile-connect-unanswered: e-01-during-replay'],
  },
  {
    id: 'E-01',
    when: 'a nested manager, lost Redis key, or failing settings store: the whole replay, then nothing',
    facts: v0([...REPLAY, PING]),
    finds: ['profile-connect-unanswered: e-01-after-replay'],
  },
  {
    id: 'E-01',
    when: 'a hang of which not all messages were kept',
    facts: v0([PING], { more: { missingMessages: 2 } }),
    finds: ['profile-connect-unanswered: e-01-connect-hang'],
  },
  {
    id: '1.1',
    when: 'a healthy start: the replay before the answer',
    facts: v0([...REPLAY, LET_IN, PING]),
    finds: [],
  },
];
