import { describe, expect, it } from 'vitest';
import { diagnoseConnection } from '../../../core/diagnose';
import { buildConnection, type ConnectionFacts } from '../../support/connection-builder';
import { CHROMIUM_AFTER_OPEN } from '../../support/violation-texts';

// Everything that browsers are known to say of a failed WebSocket, each with the cause that a person must read. Chromium's
// texts: net/websockets/websocket_basic_handshake_stream.cc, websocket_stream.cc, websocket_channel.cc and
// net/base/net_error_list.h. Firefox's: webRequest.onErrorOccurred.

const IN_HANDSHAKE = 'Error during WebSocket handshake: ';
const IN_ESTABLISHMENT = 'Error in connection establishment: net::ERR_';

const CHROMIUM_HANDSHAKE: readonly (readonly [text: string, cause: string])[] = [
  ['HTTP Authentication failed; no valid credentials available', 'handshake-unauthorized'],
  ['Proxy authentication failed', 'network-failure'],
  ['Establishing a tunnel via proxy server failed.', 'network-failure'],
  ['Connection closed before receiving a handshake response', 'handshake-connection-lost'],
  ['WebSocket opening handshake timed out', 'network-failure'],
  ['WebSocket opening handshake was canceled', 'network-failure'],
  ['WebSocket is closed before the connection is established.', 'cancelled-by-page'],
  ['Insufficient resources', 'browser-limit'],
  ['', 'reason-hidden'],
  [`${IN_HANDSHAKE}net::ERR_CONNECTION_RESET`, 'handshake-connection-lost'],
  [`${IN_HANDSHAKE}net::ERR_CONNECTION_CLOSED`, 'handshake-connection-lost'],
  [`${IN_HANDSHAKE}net::ERR_INVALID_HTTP_RESPONSE`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}Invalid status line`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}'Upgrade' header is missing`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}'Upgrade' header value is not 'WebSocket': foo`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}'Connection' header is missing`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}'Connection' header value must contain 'Upgrade'`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}'Sec-WebSocket-Accept' header is missing`, 'invalid-handshake-response'],
  [`${IN_HANDSHAKE}Incorrect 'Sec-WebSocket-Accept' header value`, 'invalid-handshake-response'],
  [
    `${IN_HANDSHAKE}'Sec-WebSocket-Accept' header must not appear more than once in a response`,
    'invalid-handshake-response',
  ],
  [
    `${IN_HANDSHAKE}Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received`,
    'invalid-handshake-response',
  ],
  [
    `${IN_HANDSHAKE}'Sec-WebSocket-Protocol' header value 'b' in response does not match any of sent values`,
    'invalid-handshake-response',
  ],
  [
    `${IN_HANDSHAKE}Response must not include 'Sec-WebSocket-Protocol' header if not present in request: x`,
    'invalid-handshake-response',
  ],
  [
    `${IN_HANDSHAKE}Found an unsupported extension 'foo' in 'Sec-WebSocket-Extensions' header`,
    'invalid-handshake-response',
  ],
  [`${IN_HANDSHAKE}Error in permessage-deflate: window bits`, 'invalid-handshake-response'],
];

/** By name; after `Error in connection establishment: net::ERR_`. */
const NET_ERRORS: Readonly<Record<string, readonly string[]>> = {
  'connection-refused': ['CONNECTION_REFUSED'],
  'name-not-resolved': ['NAME_NOT_RESOLVED', 'NAME_RESOLUTION_FAILED', 'ICANN_NAME_COLLISION'],
  'tls-failure': [
    'CERT_AUTHORITY_INVALID',
    'CERT_COMMON_NAME_INVALID',
    'CERT_DATE_INVALID',
    'CERT_REVOKED',
    'CERT_WEAK_SIGNATURE_ALGORITHM',
    'CERTIFICATE_TRANSPARENCY_REQUIRED',
    'CERT_KNOWN_INTERCEPTION_BLOCKED',
    'SSL_PROTOCOL_ERROR',
    'SSL_VERSION_OR_CIPHER_MISMATCH',
    'BAD_SSL_CLIENT_AUTH_CERT',
  ],
  'handshake-connection-lost': ['CONNECTION_RESET', 'CONNECTION_CLOSED', 'EMPTY_RESPONSE'],
  'handshake-rejected': ['UNEXPECTED_PROXY_AUTH'],
  'local-network-blocked': ['BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'],
  'browser-limit': ['INSUFFICIENT_RESOURCES', 'TEMPORARILY_THROTTLED', 'WS_THROTTLE_QUEUE_TOO_LARGE'],
  'network-failure': [
    'CONNECTION_TIMED_OUT',
    'TIMED_OUT',
    'INTERNET_DISCONNECTED',
    'NETWORK_CHANGED',
    'ADDRESS_UNREACHABLE',
    'ADDRESS_INVALID',
    'UNSAFE_PORT',
    'BLOCKED_BY_CLIENT',
    'BLOCKED_BY_ADMINISTRATOR',
    'PROXY_CONNECTION_FAILED',
    'MANDATORY_PROXY_CONFIGURATION_FAILED',
    'PROXY_CERTIFICATE_INVALID',
    'PROXY_AUTH_UNSUPPORTED',
    'SOCKS_CONNECTION_FAILED',
    'TUNNEL_CONNECTION_FAILED',
    'NETWORK_ACCESS_DENIED',
    'NETWORK_IO_SUSPENDED',
    'HTTP_1_1_REQUIRED',
    'CONTEXT_SHUT_DOWN',
  ],
  'blocked-by-csp': ['BLOCKED_BY_CSP'],
};

/** Of an answer other than 101, in both browsers alike. */
const STATUSES: Readonly<Record<string, readonly number[]>> = {
  'handshake-unauthorized': [401],
  'handshake-forbidden': [403],
  'handshake-not-found': [404, 410],
  'handshake-rejected': [
    200, 204, 300, 301, 302, 303, 307, 308, 400, 402, 405, 406, 407, 408, 409, 411, 413, 414, 418, 421, 422,
    423, 425, 426, 428, 429, 431, 451, 499,
  ],
  'handshake-server-error': [
    500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 599,
  ],
};

const FIREFOX: Readonly<Record<string, readonly string[]>> = {
  'connection-refused': ['NS_ERROR_CONNECTION_REFUSED'],
  'name-not-resolved': ['NS_ERROR_UNKNOWN_HOST'],
  'handshake-connection-lost': ['NS_ERROR_NET_RESET', 'NS_ERROR_NET_INTERRUPT'],
  'blocked-by-csp': ['NS_ERROR_CONTENT_BLOCKED'],
  'network-failure': [
    'NS_ERROR_ABORT',
    'NS_ERROR_NET_TIMEOUT',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
    'NS_ERROR_OFFLINE',
  ],
  'tls-failure': ['The certificate is not trusted because it is self-signed.'],
};

const FAILED: ConnectionFacts = { errorAt: 90, close: { at: 90, code: 1006 } };
const CUT: ConnectionFacts = { openAt: 50, errorAt: 900, close: { at: 900, code: 1006 } };

const rows = (table: Readonly<Record<string, readonly (string | number)[]>>) =>
  Object.entries(table).flatMap(([cause, words]) => words.map((word) => ({ word, cause })));

function expectCause(facts: ConnectionFacts, cause: string): void {
  const findings = diagnoseConnection(buildConnection(facts));
  expect(findings.map((one) => [one.cause, one.verdict])).toEqual([[cause, 'found']]);
  for (const { title, next, nextForUser } of findings) {
    expect(title).not.toMatch(/undefined|no reason given/);
    expect(next.length).toBeGreaterThan(0);
    expect(nextForUser.length).toBeGreaterThan(0);
  }
}

describe('every text of Chromium', () => {
  it.each(CHROMIUM_HANDSHAKE)('before open: "%s" is %s', (failure, cause) => {
    expectCause({ ...FAILED, handshake: { source: 'network-log', failure } }, cause);
  });

  it.each(rows(NET_ERRORS))('net::ERR_$word is $cause', ({ word, cause }) => {
    const failure = `${IN_ESTABLISHMENT}${word}`;
    expectCause({ ...FAILED, handshake: { source: 'network-log', failure } }, cause);
  });

  it.each(CHROMIUM_AFTER_OPEN)('after open: "%s" is a violation', (failure) => {
    expectCause({ ...CUT, handshake: { source: 'network-log', status: 101, failure } }, 'protocol-violation');
  });

  it('takes the words of the console, with what stands before them, for the same', () => {
    const failure = `WebSocket connection to 'wss://h/' failed: ${IN_HANDSHAKE}Unexpected response code: 403`;
    expectCause({ ...FAILED, handshake: { source: 'network-log', failure } }, 'handshake-forbidden');
  });

  it('knows a page that the browser kept and took back', () => {
    const failure = 'Page entered Back-Forward Cache.';
    expectCause({ ...CUT, handshake: { source: 'network-log', status: 101, failure } }, 'page-left');
  });
});

describe('every status', () => {
  it.each(rows(STATUSES))('$word is $cause, by the words of Chromium', ({ word, cause }) => {
    const failure = `${IN_HANDSHAKE}Unexpected response code: ${word}`;
    expectCause({ ...FAILED, handshake: { source: 'network-log', failure } }, cause);
  });

  it.each(rows(STATUSES))('$word is $cause, by the log of Firefox', ({ word, cause }) => {
    const failure = 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED';
    const responseHeaders: [string, string][] = [['server', 'nginx']];
    expectCause(
      { ...FAILED, handshake: { source: 'web-request', status: Number(word), failure, responseHeaders } },
      cause,
    );
  });

  it('101 without open is an answer that breaks the rules', () => {
    expectCause(
      { ...FAILED, handshake: { source: 'web-request', status: 101 } },
      'invalid-handshake-response',
    );
  });
});

describe('every constant of Firefox', () => {
  it.each(rows(FIREFOX))('$word is $cause', ({ word, cause }) => {
    expectCause({ ...FAILED, handshake: { source: 'web-request', failure: String(word) } }, cause);
  });
});
