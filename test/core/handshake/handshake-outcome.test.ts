import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandshakeEvent } from '../../../core/capture/event';
import { toHandshakeOutcome } from '../../../core/handshake/handshake-outcome';
import { CHROMIUM_AFTER_OPEN } from '../../support/violation-texts';

function event(facts: Partial<HandshakeEvent> & Pick<HandshakeEvent, 'source'>): HandshakeEvent {
  return { type: 'handshake', streamId: 's', seq: 0, timeMs: 0, socketId: 0, url: 'wss://a.test/', ...facts };
}
const chromium = (facts: Partial<HandshakeEvent>) =>
  toHandshakeOutcome(event({ ...facts, source: 'network-log' }));
const firefox = (facts: Partial<HandshakeEvent>) =>
  toHandshakeOutcome(event({ ...facts, source: 'web-request' }));
const file = (facts: Partial<HandshakeEvent>) => toHandshakeOutcome(event({ ...facts, source: 'file' }));

describe("Chromium's words", () => {
  it.each([
    ['Error during WebSocket handshake: Unexpected response code: 200', 200],
    ['Error during WebSocket handshake: Unexpected response code: 403', 403],
    ['HTTP Authentication failed; no valid credentials available', 401],
    ['Error in connection establishment: net::ERR_UNEXPECTED_PROXY_AUTH', 407],
  ])('%s: answered with %i', (failure, status) => {
    expect(chromium({ failure })).toEqual({ kind: 'answered', status, text: failure });
  });

  it.each([
    ['Error in connection establishment: net::ERR_CONNECTION_REFUSED', 'refused'],
    ['Error in connection establishment: net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
    ['Error in connection establishment: net::ERR_DNS_NEWER_THAN_THE_TABLE', 'name-not-resolved'],
    ['Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['Error in connection establishment: net::ERR_CERT_NEWER_THAN_THE_TABLE', 'tls'],
    ['Error in connection establishment: net::ERR_SSL_NEWER_THAN_THE_TABLE', 'tls'],
    ['Error in connection establishment: net::ERR_INTERNET_DISCONNECTED', 'network'],
    ['Error in connection establishment: net::ERR_NEWER_THAN_THE_TABLE', 'unknown-text'],
    ['Error in connection establishment: net::ERR_constructor', 'unknown-text'],
    ['Error during WebSocket handshake: net::ERR_CONNECTION_RESET', 'connection-lost'],
    ['Connection closed before receiving a handshake response', 'connection-lost'],
    ['Error during WebSocket handshake: net::ERR_INVALID_HTTP_RESPONSE', 'invalid-response'],
    ['Error during WebSocket handshake: Invalid status line', 'invalid-response'],
    [
      "Error during WebSocket handshake: 'Connection' header value must contain 'Upgrade'",
      'invalid-response',
    ],
    ["Error during WebSocket handshake: Incorrect 'Sec-WebSocket-Accept' header value", 'invalid-response'],
    [
      "Error during WebSocket handshake: Found an unsupported extension 'foo' in 'Sec-WebSocket-Extensions' header",
      'invalid-response',
    ],
    ['Error during WebSocket handshake: A rule of tomorrow', 'invalid-response'],
    ['WebSocket is closed before the connection is established.', 'cancelled'],
    ['WebSocket opening handshake timed out', 'network'],
    ['A text of tomorrow', 'unknown-text'],
    ['', 'hidden'],
  ])('%s: %s', (failure, kind) => {
    expect(chromium({ failure }).kind).toBe(kind);
  });

  it('mean the same with the prefix of the console, even around an address with quotes', () => {
    const prefix = "WebSocket connection to 'wss://a.test/?name=O'Brien' failed: ";
    expect(
      chromium({ failure: `${prefix}Error in connection establishment: net::ERR_CONNECTION_REFUSED` }),
    ).toEqual(chromium({ failure: 'Error in connection establishment: net::ERR_CONNECTION_REFUSED' }));
    expect(chromium({ failure: prefix }).kind).toBe('hidden');
    expect(chromium({ failure: prefix.trimEnd() }).kind).toBe('hidden');
  });

  it('tell the four subprotocol and header errors apart', () => {
    const meanings = [
      "Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
      "'Sec-WebSocket-Protocol' header value 'b' in response does not match any of sent values",
      "Response must not include 'Sec-WebSocket-Protocol' header if not present in request: x",
      "'Upgrade' header is missing",
    ].map((text) => {
      const outcome = chromium({ failure: `Error during WebSocket handshake: ${text}` });
      return outcome.kind === 'invalid-response' ? outcome.meaning : '';
    });
    expect(new Set(meanings).size).toBe(4);
  });
});

describe('a connection that had opened', () => {
  it.each(CHROMIUM_AFTER_OPEN)('was failed by Chromium for: %s', (failure) => {
    expect(chromium({ status: 101, failure })).toMatchObject({ kind: 'violation-after-open', text: failure });
  });

  it('was closed for the back/forward cache', () => {
    expect(chromium({ status: 101, failure: 'Page entered Back-Forward Cache.' }).kind).toBe('page-cached');
  });

  it('failed with words that are not those of a violation', () => {
    expect(chromium({ status: 101, failure: 'net::ERR_CONNECTION_RESET' })).toEqual({
      kind: 'failed-after-open',
      text: 'net::ERR_CONNECTION_RESET',
    });
  });

  it.each([chromium, firefox, file])('has no failure', (read) => {
    expect(read({ status: 101 })).toEqual({ kind: 'opened' });
  });
});

describe("Firefox's words", () => {
  it('leave an answer other than 101 to its status', () => {
    const facts = { status: 403, failure: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' };
    expect(firefox(facts)).toEqual({ kind: 'answered', status: 403 });
  });

  it('are missing for a redirect', () => {
    expect(firefox({ status: 301, redirectUrl: 'wss://b.test/' })).toEqual({ kind: 'answered', status: 301 });
  });

  it.each([
    ['NS_ERROR_CONNECTION_REFUSED', 'refused'],
    ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
    ['NS_ERROR_NET_RESET', 'connection-lost'],
    ['NS_ERROR_ABORT', 'network'],
    ['NS_ERROR_OF_TOMORROW', 'unknown-text'],
    ['NS_ERROR_WEBSOCKET_CONNECTION_REFUSED', 'unknown-text'],
    ['The certificate is not trusted because it is self-signed.', 'tls'],
    ['Dem Zertifikat wird nicht vertraut.', 'tls'],
  ])('%s: %s', (failure, kind) => {
    expect(firefox({ failure }).kind).toBe(kind);
  });

  it('give bytes that are not HTTP away by an answer of 200 without a header', () => {
    const failure = 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED';
    expect(firefox({ status: 200, failure }).kind).toBe('invalid-response');
    expect(firefox({ status: 200, failure, responseHeaders: [] }).kind).toBe('invalid-response');
    expect(firefox({ status: 200, failure, responseHeaders: [['Server', 'nginx']] }).kind).toBe('answered');
  });
});

describe('a recording', () => {
  it('may hold the words of either browser', () => {
    expect(file({ failure: 'Error in connection establishment: net::ERR_CONNECTION_REFUSED' }).kind).toBe(
      'refused',
    );
    expect(file({ failure: 'NS_ERROR_CONNECTION_REFUSED' }).kind).toBe('refused');
  });

  it('does not turn a sentence of unknown origin into a TLS failure', () => {
    expect(file({ failure: 'Something happened.' }).kind).toBe('unknown-text');
  });

  it('may hold nothing but the request', () => {
    expect(file({})).toEqual({ kind: 'unrecorded' });
  });
});

describe('any words at all', () => {
  it('are classified without throwing, and never get lost', () => {
    const sources = fc.constantFrom('network-log' as const, 'web-request' as const, 'file' as const);
    fc.assert(
      fc.property(sources, fc.string(), (source, failure) => {
        const outcome = toHandshakeOutcome(event({ source, failure }));
        const words = failure.trim();
        expect(outcome).toMatchObject(words === '' ? { kind: 'hidden' } : { text: words });
      }),
    );
  });
});
