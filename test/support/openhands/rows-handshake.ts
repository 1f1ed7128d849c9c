import { chromiumFailed, FAILED_FOR_PAGE, firefoxAnswered } from '../connection-builder';
import { CONVERSATION, v0Url, v1Url } from './frames';
import type { UnseenRow, WireRow } from './wire-row';

const [V0, V1] = [v0Url(), v1Url()];
const answered = (status: number) =>
  chromiumFailed(`Error during WebSocket handshake: Unexpected response code: ${status}`);
const failed = (error: string) => chromiumFailed(`Error in connection establishment: net::${error}`);
const NOT_WATCHED = 'Requests of the page other than its sockets are not watched.';

/** There is no connection. */
export const handshakeRows: readonly WireRow[] = [
  {
    id: 'A-04',
    when: 'a page over https that dials ws://',
    facts: {
      url: V1.replace('wss:', 'ws:'),
      threw: {
        name: 'SecurityError',
        message:
          "Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.",
      },
    },
    finds: ['constructor-refused'],
  },
  {
    id: 'B-01',
    when: 'nothing listens',
    facts: { ...failed('ERR_CONNECTION_REFUSED'), url: V1 },
    finds: ['connection-refused'],
  },
  {
    id: 'B-01',
    when: 'localhost, dialled from a page of another machine',
    facts: {
      ...failed('ERR_CONNECTION_REFUSED'),
      url: `ws://localhost:54123/sockets/events/${CONVERSATION}?resend_all=true&session_api_key=k`,
    },
    finds: ['profile-handshake-status: b-01-localhost-leak'],
  },
  {
    id: 'B-02',
    when: 'a name that is not there',
    facts: { ...failed('ERR_NAME_NOT_RESOLVED'), url: V1 },
    finds: ['name-not-resolved'],
  },
  {
    id: 'B-03',
    when: 'wss to a port that speaks plain HTTP',
    facts: { ...failed('ERR_SSL_PROTOCOL_ERROR'), url: V1 },
    finds: ['profile-handshake-status: b-03-tls-to-plain-port'],
  },
  {
    id: 'B-04',
    when: 'a certificate that is not trusted',
    facts: { ...failed('ERR_CERT_AUTHORITY_INVALID'), url: V1 },
    finds: ['tls-failure'],
  },
  {
    id: 'B-05',
    when: 'a handshake that is never answered',
    facts: { ...failed('ERR_CONNECTION_TIMED_OUT'), url: V0 },
    finds: ['network-failure'],
  },
  {
    id: 'B-06',
    when: 'closed by the page before it was open',
    facts: {
      url: V0,
      closeCall: { at: 20, readyState: 0 },
      errorAt: 22,
      close: { at: 22, code: 1006 },
      handshake: {
        source: 'network-log',
        failure: 'WebSocket is closed before the connection is established.',
      },
    },
    finds: ['cancelled-by-page'],
  },
  {
    id: 'B-07',
    when: 'no network',
    facts: { ...failed('ERR_INTERNET_DISCONNECTED'), url: V0 },
    finds: ['network-failure'],
  },
  {
    id: 'C-01',
    when: '400: the upgrade was stripped',
    facts: { ...answered(400), url: V0 },
    finds: ['profile-handshake-status: c-01-upgrade-stripped'],
  },
  {
    id: 'C-02',
    when: '403 of Engine.IO, whose reason is lost',
    facts: { ...answered(403), url: V0 },
    finds: ['profile-handshake-status: c-02-engine-io-rejected'],
  },
  {
    id: 'C-03',
    when: '500: the socket of V1, dialled at the app server',
    facts: { ...answered(500), url: V1 },
    finds: ['profile-handshake-status: c-03-wrong-path'],
  },
  {
    id: 'C-03',
    when: '500 at the path of Socket.IO',
    facts: { ...answered(500), url: V0 },
    finds: ['profile-handshake-status: c-03-socket-io-path-rewritten'],
  },
  {
    id: 'C-04',
    when: '403 with a key and a UUID: (a) the key',
    facts: { ...firefoxAnswered(403), url: V1 },
    finds: ['profile-handshake-status: c-04-key-refused'],
  },
  {
    id: 'C-04',
    when: '403 without a key',
    facts: { ...answered(403), url: v1Url('resend_all=true') },
    finds: ['profile-handshake-status: c-04-no-key'],
  },
  {
    id: 'C-04',
    when: '403 with the word null for a key',
    facts: { ...answered(403), url: v1Url('resend_all=true&session_api_key=null') },
    finds: ['profile-handshake-status: c-04-no-key', 'profile-address: address-session-api-key-null'],
  },
  {
    id: 'C-04',
    when: '403: (b) the id of a task',
    facts: { ...answered(403), url: v1Url(undefined, `task-${CONVERSATION}`) },
    finds: ['profile-handshake-status: c-04-not-a-uuid', 'profile-address: address-task-id'],
  },
  {
    id: 'C-04',
    when: '403: (d) a path with a prefix',
    facts: { ...answered(403), url: V1.replace('/sockets/', '/runtime/sockets/') },
    finds: ['profile-handshake-status: c-04-extra-path'],
  },
  {
    id: 'C-05',
    when: '404: the sandbox is gone',
    facts: { ...answered(404), url: V1 },
    finds: ['profile-handshake-status: c-05-sandbox-gone'],
  },
  {
    id: 'C-06',
    when: '502 of a gateway: the sandbox is starting, paused or crashed',
    facts: { ...answered(502), url: V1 },
    finds: ['profile-handshake-status: c-06-sandbox-not-ready'],
  },
  {
    id: 'C-07',
    when: '302 of a login proxy',
    facts: { ...answered(302), url: V0 },
    finds: ['profile-handshake-status: c-07-login-proxy'],
  },
  {
    id: 'C-07',
    when: '200 with a page of HTML',
    facts: { ...answered(200), url: V0 },
    finds: ['profile-handshake-status: c-07-login-proxy'],
  },
  { id: 'C-08', when: '426', facts: { ...answered(426), url: V0 }, finds: ['handshake-rejected'] },
  {
    id: '0.1',
    when: 'any failed handshake where only the page saw it',
    facts: { ...FAILED_FOR_PAGE, url: V0 },
    finds: ['handshake-failed'],
  },
];

export const unseenHandshakeRows: readonly UnseenRow[] = [
  { id: 'A-01', when: 'the conversation is stopped, so no socket is opened', why: NOT_WATCHED },
  {
    id: 'A-02',
    when: 'the task that starts the conversation failed',
    why: `${NOT_WATCHED} A socket with the id of the task is found: C-04.`,
  },
  { id: 'A-03', when: 'the conversation has no address', why: NOT_WATCHED },
];
