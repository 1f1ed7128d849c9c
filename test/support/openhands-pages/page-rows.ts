import type { V0Call, V1Call } from './clients';
import { v1ConversationOf } from './v1-server';

/** One failure that is brought about in a page and read in the panel. */
export type PageRow = {
  /** As in the rows of the wire: `D-02`. */
  readonly id: string;
  readonly cause: string;
  /** The sign of OpenHands' profile; undefined: the cause is not the profile's. */
  readonly sign: string | undefined;
  /** Text that only this link has in the list. */
  readonly link: string;
} & (
  | { readonly on: 'python' | 'node'; readonly v0: Omit<V0Call, 'host'> }
  | { readonly on: 'node'; readonly v1: Omit<V1Call, 'address'> & { readonly path: string } }
);

const CONVERSATION = '87f5ada82bc849fe854ce0361050';

/** On the real python-socketio; each fault has a conversation of its own. */
function v0(id: string, fault: string, cause: string, sign: string, more: Partial<V0Call> = {}): PageRow {
  const conversationId = `${CONVERSATION}${Buffer.from(fault.padEnd(2)).toString('hex').slice(-4)}`;
  return {
    id,
    cause,
    sign,
    link: `/${fault}/`,
    on: 'python',
    v0: { fault, conversationId, ...more },
  };
}

interface V1More {
  readonly key?: string;
  readonly path?: string;
  readonly send?: string;
  readonly isOnce?: boolean;
}

function v1(id: string, fault: string, cause: string, sign: string, more: V1More = {}): PageRow {
  const conversation = v1ConversationOf(fault);
  // A key of its own, as in the field: sockets that share one belong together.
  const { key = `${fault}-key`, path = `/sockets/events/${conversation}`, send, isOnce = true } = more;
  const query = `resend_all=true${key === '' ? '' : `&session_api_key=${key}`}`;
  return {
    id,
    cause,
    sign,
    link: path,
    on: 'node',
    v1: { path: `${path}?${query}`, isOnce, ...(send !== undefined && { send }) },
  };
}

const REFUSAL = 'profile-refusal';
const HANG = 'profile-connect-unanswered';
const EVENT = 'profile-error-event';
const CLOSE = 'profile-close-code';
const STATUS = 'profile-handshake-status';
const MESSAGE = '{"role":"user","content":[{"type":"text","text":"do it"}]}';
const IMAGE = '{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,"}}]}';

export const v0PageRows: readonly PageRow[] = [
  {
    id: 'D-01',
    cause: REFUSAL,
    sign: 'd-01-no-conversation-id',
    link: '/d-01/',
    on: 'python',
    v0: { fault: 'd-01' },
  },
  v0('D-02', 'd-02', REFUSAL, 'd-02-invalid-session-api-key', { sessionApiKey: 'null' }),
  v0('D-03', 'd-03', REFUSAL, 'd-03-events-unavailable'),
  v0('D-04', 'd-04', REFUSAL, 'd-04-join-failed'),
  v0('D-05', 'd-05', REFUSAL, 'd-05-settings-not-found'),
  v0('D-06', 'd-06', REFUSAL, 'd-06-forbidden'),
  v0('D-07', 'd-07', REFUSAL, 'd-07-no-credentials'),
  v0('D-08', 'd-08', REFUSAL, 'd-08-session-timeout'),
  v0('D-09', 'd-09', REFUSAL, 'd-09-rejected-by-server'),
  v0('D-10', 'd-10', REFUSAL, 'd-10-unknown-namespace', { namespace: '/admin' }),
  v0('D-12', 'd-12', 'profile-disconnect', 'd-12-always-connect-refused', { isOnce: true }),
  v0('D-13', 'd-13', REFUSAL, 'd-13-refused-inside'),
  v0('E-01', 'e-01-key', HANG, 'e-01-no-session-api-key', { sessionApiKey: '' }),
  v0('E-01', 'e-01-before', HANG, 'e-01-before-replay'),
  v0('E-01', 'e-01-during', HANG, 'e-01-during-replay'),
  v0('E-01', 'e-01-after', HANG, 'e-01-after-replay'),
  v0('F-06', 'f-06', CLOSE, 'f-06-payload-too-large', { sendChars: 4_300_000, isOnce: true }),
  v0('F-09', 'kick', 'profile-disconnect', 'f-09-server-kick'),
  v0('F-09', 'too-many', 'profile-disconnect', 'f-09-too-many-conversations'),
  v0('G-01', 'g-01', 'action-without-echo', 'g-01-action-lost', { sendChars: 5 }),
  v0('5.1', 'error-frame', EVENT, 'server-error-agent-session'),
  v0('S3', 'expired-401', EVENT, 'session-expired-401'),
  v0('5.2 STATUS$ERROR_LLM_AUTHENTICATION', 'llm-auth', EVENT, 'status-llm-authentication'),
  v0('5.2 STATUS$ERROR_RUNTIME_DISCONNECTED', 'runtime-lost', EVENT, 'status-runtime-disconnected'),
  v0('5.2 STATUS$ERROR', 'maximum', EVENT, 'status-agent-reached-maximum'),
  v0('5.3', 'observation', EVENT, 'error-observation'),
  v0('5.4 error', 'state-error', EVENT, 'agent-state-error'),
  v0('5.4 rate_limited', 'rate-limited', EVENT, 'agent-rate-limited'),
];

export const v1PageRows: readonly PageRow[] = [
  {
    id: 'D-11',
    cause: 'socket-io-connect-error',
    sign: undefined,
    link: '/node/',
    on: 'node',
    v0: { fault: 'node', conversationId: `${CONVERSATION}0000` },
  },
  {
    id: 'C-07',
    cause: STATUS,
    sign: 'c-07-login-proxy',
    link: '/status-302/',
    on: 'node',
    v0: { fault: 'status-302', conversationId: `${CONVERSATION}0001`, isOnce: true },
  },
  v1('C-03', 'status-500', STATUS, 'c-03-wrong-path'),
  v1('C-04', 'status-403', STATUS, 'c-04-key-refused'),
  v1('C-04', 'status-403.no', STATUS, 'c-04-no-key', { key: '' }),
  v1('C-04', 'status-403.task', STATUS, 'c-04-not-a-uuid', {
    path: `/sockets/events/task-${v1ConversationOf('status-403.task')}`,
  }),
  v1('C-05', 'status-404', STATUS, 'c-05-sandbox-gone'),
  v1('C-06', 'status-502', STATUS, 'c-06-sandbox-not-ready'),
  v1('F-03', 'restart', CLOSE, 'f-03-restart'),
  // This one alone comes back every 3 s, as all of them do in the field.
  v1('F-14', 'not-found', CLOSE, 'f-14-conversation-not-found', { isOnce: false }),
  v1('F-15', 'auth', CLOSE, 'f-15-no-auth-frame'),
  v1('F-15', 'auth.wrong', CLOSE, 'f-15-auth-refused', { send: '{"type":"auth","session_api_key":"wrong"}' }),
  v1('F-16', 'capacity', CLOSE, 'f-16-capacity'),
  v1('F-16', 'bash-capacity', CLOSE, 'f-16-bash-capacity', { path: '/sockets/bash-events' }),
  v1('G-07', 'dropped', 'action-without-echo', 'g-07-message-dropped', { send: MESSAGE }),
  v1('G-08', 'dropped.image', 'action-without-echo', 'g-08-image-dropped', { send: IMAGE }),
  v1('5.5 ConversationErrorEvent', 'conv-error', EVENT, 'v1-llm-authentication'),
  v1('5.5 ConversationErrorEvent', 'old-error', EVENT, 'v1-conversation-error'),
  v1('5.5 AgentErrorEvent', 'agent-error', EVENT, 'v1-agent-error'),
  v1('5.5 ServerErrorEvent', 'server-error', EVENT, 'v1-server-error', { send: MESSAGE }),
  v1('5.5 execution_status', 'stuck', EVENT, 'v1-execution-stuck'),
];

/** As in the rows of the wire: `cause` or `cause: sign`. */
export function foundInPage({ cause, sign }: PageRow): string {
  return sign === undefined ? cause : `${cause}: ${sign}`;
}

/** What Firefox tells in its own way, a status of the handshake, and one or two of each other kind. */
const ALSO_IN_FIREFOX = 'C-03 C-04 C-05 C-06 C-07 D-02 D-12 E-01 F-06 F-09 F-14 F-15 G-07 S3'.split(' ');

export function isAlsoInFirefox({ id }: PageRow): boolean {
  return ALSO_IN_FIREFOX.includes(id);
}
