import {
  agentState,
  fullState,
  ohEvent,
  received,
  sent,
  statusUpdate,
  v0,
  v0Joined,
  v1,
  v1Event,
  v1Url,
} from './frames';
import type { WireRow } from './wire-row';

const KICKED = { closeCall: { at: 9_005, readyState: 1 }, close: { at: 9_020, code: 1005 } } as const;
const TOO_LARGE = `42${JSON.stringify(['oh_user_action', { action: 'message', args: { content: 'x'.repeat(4_194_304) } }])}`;
const AUTH_FRAME = '{"type":"auth","session_api_key":"a-key"}';

/** An established socket is lost. */
export const lostRows: readonly WireRow[] = [
  {
    id: 'F-01',
    when: '1006 without an error: the peer vanished',
    facts: v0Joined([received(25_000, '2'), sent(25_010, '3')], { close: { at: 31_000, code: 1006 } }),
    finds: ['abnormal-closure'],
  },
  {
    id: 'F-02',
    when: '1006 after the same silence each time: a proxy',
    chain: {
      attempts: [0, 1, 2, 3].map((index) => ({
        ...v1([fullState(100), v1Event(1_000 + index * 7_000, { id: 'a', kind: 'MessageEvent' })]),
        startAt: index * 100_000,
        close: { at: 61_000 + index * 7_000, code: 1006 },
      })),
    },
    finds: ['idle-timeout'],
  },
  {
    id: 'F-03',
    when: '1012: the server restarts',
    facts: v0Joined([], { close: { at: 9_000, code: 1012 } }),
    finds: ['profile-close-code: f-03-restart'],
  },
  {
    id: 'F-04',
    when: '1011: no pong in 20 s',
    facts: v0Joined([], { close: { at: 40_000, code: 1011, reason: 'keepalive ping timeout' } }),
    finds: ['profile-close-code: f-04-keepalive'],
  },
  {
    id: 'F-05',
    when: '1009: more than 16 MiB',
    facts: v0Joined([], { close: { at: 9_000, code: 1009 } }),
    finds: ['profile-close-code: f-05-frame-too-large'],
  },
  {
    id: 'F-06',
    when: '1000 after more than 4 MiB: the message is lost',
    facts: v0Joined([sent(8_000, TOO_LARGE)], { close: { at: 8_400, code: 1000 } }),
    finds: ['profile-close-code: f-06-payload-too-large'],
  },
  {
    id: 'F-07',
    when: '1000 after a ping that the page did not answer',
    facts: v0Joined([received(25_000, '2')], { close: { at: 45_000, code: 1000 } }),
    finds: ['profile-close-code: f-07-ping-unanswered'],
  },
  {
    id: 'F-08',
    when: 'no ping for 45 s: the client gives up',
    facts: v0Joined([], {
      closeCall: { at: 45_070, readyState: 1 },
      close: { at: 45_090, code: 1005 },
    }),
    finds: ['heartbeat-missed'],
  },
  {
    id: 'F-09',
    when: 'DISCONNECT: somebody pressed Stop, or it was idle',
    facts: v0Joined([received(9_000, '41')], KICKED),
    finds: ['profile-disconnect: f-09-server-kick'],
  },
  {
    id: 'F-09',
    when: 'DISCONNECT after "too many conversations"',
    facts: v0Joined(
      [
        statusUpdate(8_900, 'AGENT_ERROR$TOO_MANY_CONVERSATIONS', 'Too many conversations at once.'),
        received(9_000, '41'),
      ],
      KICKED,
    ),
    finds: [
      'profile-disconnect: f-09-too-many-conversations',
      'profile-error-event: g-too-many-conversations',
    ],
  },
  {
    id: 'F-10',
    when: 'a packet that no client can read',
    facts: v0Joined([received(9_000, '49')], {
      closeCall: { at: 9_005, readyState: 1 },
      close: { at: 9_020, code: 1005 },
    }),
    finds: ['closed-without-code'],
  },
  {
    id: 'F-11',
    when: 'a message of the client that is no packet of Engine.IO: 1006 at once',
    facts: v0Joined([sent(9_000, 'hello')], { close: { at: 9_020, code: 1006 } }),
    finds: ['abnormal-closure'],
  },
  {
    id: 'F-12',
    when: 'an action before the client was let in, which the server ignores',
    facts: v0([
      sent(80, '42["oh_user_action",{"action":"message","args":{"content":"hi"}}]'),
      received(200, '40{"sid":"b"}'),
      received(25_000, '2'),
    ]),
    finds: ['action-without-echo: g-01-action-lost'],
  },
  {
    id: 'F-13',
    when: '1005 after the client said goodbye',
    facts: v0Joined([sent(9_000, '41')], KICKED),
    finds: ['closed-without-code'],
  },
  {
    id: 'F-14',
    when: '4004 at once: the sandbox does not know the conversation',
    facts: v1([], { close: { at: 140, code: 4004, reason: 'Conversation not found' } }),
    finds: ['profile-close-code: f-14-conversation-not-found'],
  },
  {
    id: 'F-14',
    when: '4004 again and again',
    chain: {
      attempts: [0, 1, 2, 3, 4, 5].map((index) => ({
        ...v1([]),
        startAt: index * 3_150,
        close: { at: 140, code: 4004, reason: 'Conversation not found' },
      })),
    },
    finds: ['retries-permanent-refusal', 'flapping'],
  },
  {
    id: 'F-15',
    when: '4001 after 10 s: the page sends no login',
    facts: {
      ...v1([], { close: { at: 10_080, code: 4001, reason: 'Authentication failed' } }),
      url: v1Url('resend_mode=all'),
    },
    finds: ['profile-close-code: f-15-no-auth-frame'],
  },
  {
    id: 'F-15',
    when: '4001 at once: the login is wrong',
    facts: v1([sent(60, AUTH_FRAME)], { close: { at: 300, code: 4001, reason: 'Authentication failed' } }),
    finds: ['profile-close-code: f-15-auth-refused'],
  },
  {
    id: 'F-16',
    when: '1013: too many connections',
    facts: v1([], { close: { at: 140, code: 1013, reason: 'Too many connections for this conversation' } }),
    finds: ['profile-close-code: f-16-capacity'],
  },
  {
    id: 'F-16',
    when: '1013 of the terminal',
    facts: {
      ...v1([], { close: { at: 140, code: 1013, reason: 'Too many bash event connections' } }),
      url: 'wss://sandbox.test:8000/sockets/bash-events?resend_all=true&session_api_key=k',
    },
    finds: ['profile-close-code: f-16-bash-capacity'],
  },
  {
    id: 'F-16',
    when: '1013 until credentials are bound',
    facts: v1([], { close: { at: 140, code: 1013, reason: 'credential_binding_activation_required' } }),
    finds: ['profile-close-code: f-16-credential-binding'],
  },
  {
    id: 'F-17',
    when: '1001: the server goes away',
    facts: v1([], { close: { at: 9_000, code: 1001 } }),
    finds: ['going-away'],
  },
  {
    id: '1.1',
    when: 'a healthy connection that works',
    facts: v0Joined([agentState(300, 3, 'running'), ohEvent(900, { id: 4, source: 'agent', action: 'run' })]),
    finds: [],
  },
];
