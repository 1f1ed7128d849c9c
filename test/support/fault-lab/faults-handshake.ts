import type { Fault } from './fault';
import { nativeFault } from './fault';

function status(code: number, cause: string): Fault {
  return nativeFault(`status-${code}`, `The handshake is answered ${code}`, {
    causes: cause,
    target: `/status/${code}/bare`,
  });
}

function invalid(name: string, title: string): Fault {
  return nativeFault(`handshake-${name}`, title, {
    causes: 'invalid-handshake-response',
    target: `/handshake/${name}`,
  });
}

/** Connections that never open. */
export const handshakeFaults: readonly Fault[] = [
  nativeFault('constructor-refused', 'The page asks for the same subprotocol twice', {
    causes: 'constructor-refused',
    target: '/echo/constructor',
    params: { protocols: 'a,a' },
  }),
  nativeFault('csp-blocked', "The page's own security policy forbids the address", {
    // Chromium 156 fires an error without a close and logs no request; Firefox 153 throws.
    causes: 'blocked-by-csp',
    target: '/csp-blocked',
    origin: 'refusedWsOrigin',
    pagePath: '/pages/csp-blocked',
  }),
  nativeFault('local-network', 'A page from the internet reaches for this machine', {
    // Firefox 153 has no such rule for a page of this kind: the page then closes.
    causes: { chromium: 'local-network-blocked', firefox: 'normal-closure' },
    target: '/echo/local-network',
    pagePath: '/pages/public',
    params: { closeAfter: '200', closeCode: '1000' },
  }),
  nativeFault('cancelled', 'The page closes the socket at once', {
    causes: 'cancelled-by-page',
    target: '/echo/cancelled',
    params: { cancel: '1' },
  }),
  nativeFault('cancelled-while-hanging', 'The page gives up on a handshake that nobody answers', {
    causes: 'cancelled-by-page',
    target: '/handshake/hang/cancelled',
    params: { cancelAfter: '600' },
  }),
  nativeFault('refused', 'Nothing listens at the port', {
    causes: 'connection-refused',
    target: '/refused',
    origin: 'refusedWsOrigin',
  }),
  nativeFault('unknown-name', 'The host name does not exist', {
    causes: 'name-not-resolved',
    target: '/',
    origin: 'ws://does-not-exist.invalid',
  }),
  nativeFault('unsafe-port', 'The browser forbids the port', {
    // Firefox 153 keeps it from extensions: the page gets its 1006, webRequest gets nothing.
    causes: { chromium: 'network-failure', firefox: 'handshake-failed' },
    target: '/unsafe-port',
    origin: 'ws://127.0.0.1:6000',
  }),
  nativeFault('self-signed', 'Nobody the browser trusts signed the certificate', {
    causes: 'tls-failure',
    target: '/echo/self-signed',
    origin: 'tlsWsOrigin',
  }),
  nativeFault('tls-to-plain-port', 'A wss:// address leads to a port without TLS', {
    causes: 'tls-failure',
    target: '/echo/tls-to-plain-port',
    origin: (lab) => lab.wsOrigin.replace('ws:', 'wss:'),
  }),
  nativeFault('plain-to-tls-port', 'A ws:// address leads to a TLS port', {
    causes: 'handshake-connection-lost',
    target: '/echo/plain-to-tls-port',
    origin: (lab) => lab.tlsWsOrigin.replace('wss:', 'ws:'),
  }),
  nativeFault('status-401', 'The handshake is answered 401', {
    causes: 'handshake-unauthorized',
    target: '/status/401/bare',
  }),
  nativeFault('status-401-challenge', 'The handshake is answered 401 with a login challenge', {
    causes: 'handshake-unauthorized',
    target: '/status/401/challenge?challenge=1',
  }),
  status(403, 'handshake-forbidden'),
  status(404, 'handshake-not-found'),
  status(410, 'handshake-not-found'),
  ...[402, 405, 407, 408, 409, 413, 414, 421, 431, 451].map((code) => status(code, 'handshake-rejected')),
  ...[204, 301, 303, 307, 308].map((code) => status(code, 'handshake-rejected')),
  ...[501, 503, 520, 521, 522, 523, 524, 525, 526, 527].map((code) => status(code, 'handshake-server-error')),
  status(500, 'handshake-server-error'),
  status(502, 'handshake-server-error'),
  status(504, 'handshake-server-error'),
  status(200, 'handshake-rejected'),
  status(302, 'handshake-rejected'),
  status(400, 'handshake-rejected'),
  status(426, 'handshake-rejected'),
  status(429, 'handshake-rejected'),
  nativeFault('openhands-bad-key', 'OpenHands refuses the session key', {
    causes: 'profile-handshake-status',
    target: '/sockets/events/11111111111111111111111111111111?resend_all=true&session_api_key=bad',
    params: { reconnectMs: '500', attempts: '3' },
  }),
  nativeFault('flaky', 'The server is busy twice, then accepts', {
    causes: 'handshake-server-error',
    target: '/flaky?fail=2&status=503&key=KEY',
    params: { reconnectMs: '300', attempts: '3', closeAfter: '200' },
  }),
  invalid('bad-accept', 'The answer carries a wrong Sec-WebSocket-Accept'),
  invalid('no-accept', 'The answer carries no Sec-WebSocket-Accept'),
  invalid('no-upgrade', 'A proxy ate the Upgrade header of the answer'),
  invalid('wrong-upgrade', 'The answer upgrades to something else'),
  invalid('no-connection', 'A proxy ate the Connection header of the answer'),
  invalid('unasked-extension', 'The answer turns on an extension that was not offered'),
  invalid('two-accepts', 'The answer carries Sec-WebSocket-Accept twice'),
  invalid('bad-deflate', 'The answer agrees to a compression that does not exist'),
  // Firefox 153 reads it as the status line "HTTP/0.9 200 OK".
  invalid('garbage', 'The port speaks another protocol than HTTP'),
  nativeFault('handshake-wrong-protocol', 'The server picks a subprotocol that was not offered', {
    causes: 'invalid-handshake-response',
    target: '/handshake/wrong-protocol',
    params: { protocols: 'a,b' },
  }),
  nativeFault('handshake-no-protocol', 'The server ignores the subprotocols offered', {
    // Firefox 153 opens all the same; the lab then closes with 1000.
    causes: { chromium: 'invalid-handshake-response', firefox: 'normal-closure' },
    target: '/handshake/no-protocol',
    params: { protocols: 'a,b' },
  }),
  nativeFault('handshake-unasked-protocol', 'The server picks a subprotocol though none was offered', {
    causes: { chromium: 'invalid-handshake-response', firefox: 'normal-closure' },
    target: '/handshake/unasked-protocol',
  }),
  nativeFault('handshake-empty', 'The server closes without an answer', {
    causes: 'handshake-connection-lost',
    target: '/handshake/empty',
  }),
  nativeFault('handshake-reset', 'The connection is reset before an answer', {
    causes: 'handshake-connection-lost',
    target: '/handshake/reset',
  }),
  nativeFault('handshake-half', 'The connection ends in the middle of the answer', {
    // Firefox 153 takes half a status line for a whole answer: a 101 without headers.
    causes: { chromium: 'handshake-connection-lost', firefox: 'invalid-handshake-response' },
    target: '/handshake/half',
  }),
];
