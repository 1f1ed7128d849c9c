import { createHash } from 'node:crypto';
import type http from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

/** What one of WPT's socket handlers (websockets/handlers/<name>_wsh.py) does, written anew on `ws`. */
interface Handler {
  /** Adds headers to the answer. */
  readonly headers?: (request: http.IncomingMessage) => readonly string[];
  /** Chooses the subprotocol; undefined: none. */
  readonly protocol?: (offered: readonly string[]) => string | undefined;
  /** Milliseconds before the answer. */
  readonly waitMs?: number;
  /** No compression. */
  readonly isPlain?: boolean;
  /** Writes the answer itself. */
  readonly byHand?: (request: http.IncomingMessage, stream: Duplex) => void;
  readonly connected?: (socket: WebSocket, request: http.IncomingMessage, stream: Duplex) => void;
}

const queryOf = ({ url = '' }: http.IncomingMessage) =>
  url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
const line = (text: string) => text + '\r\n';

function echo(socket: WebSocket): void {
  socket.on('message', (data: RawData, isBinary) => {
    socket.send(data, { binary: isBinary });
    if (!isBinary && (data as Buffer).toString() === 'Goodbye') socket.close(1000);
  });
}

function acceptOf(request: http.IncomingMessage): string {
  const key = request.headers['sec-websocket-key'] ?? '';
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** `simple_handshake` and `wrong_accept_key`: a 101 with this key, and the bytes that follow at once. */
function writeAnswer(request: http.IncomingMessage, stream: Duplex, accept: string, more: Buffer): void {
  const head =
    line('HTTP/1.1 101 Switching Protocols:') +
    line('Connection: Upgrade') +
    line('Upgrade: WebSocket') +
    line('Set-Cookie: ws_test=test') +
    line(`Sec-WebSocket-Origin: ${request.headers.origin ?? ''}`) +
    line(`Sec-WebSocket-Accept: ${accept}`);
  stream.write(Buffer.concat([Buffer.from(line(head)), more]));
}

/** A Close frame with 1001 and "PASS". */
const CLOSE_PASS = Buffer.from([0x88, 6, 0x03, 0xe9, ...Buffer.from('PASS')]);
const SAME_SITE = [
  'unspecified:',
  'lax:; SameSite=Lax',
  'strict:; SameSite=Strict',
  'none:; SameSite=None; Secure',
];

const HANDLERS: Readonly<Record<string, Handler>> = {
  echo: { protocol: (offered) => (offered.includes('echo') ? 'echo' : undefined), connected: echo },
  // The page sends whole frames inside its messages, and gets them as frames: broken ones as well.
  echo_raw: {
    connected: (socket, _request, stream) => socket.on('message', (data: Buffer) => stream.write(data)),
  },
  echo_exit: { connected: (socket) => socket.on('message', () => socket.close(1000)) },
  echo_close_data: { connected: (socket) => socket.on('message', () => socket.close(1000)) },
  'echo-cookie': {
    connected: (socket, { headers }) => {
      socket.send(headers.cookie ?? '(none)');
      socket.close(1000);
    },
  },
  'echo-query': { connected: (socket, request) => socket.send(queryOf(request), () => socket.close(1000)) },
  'echo-query_v13': {
    connected: (socket, request) => socket.send(queryOf(request), () => socket.close(1000)),
  },
  'empty-message': {
    connected: (socket) =>
      socket.once('message', (data: Buffer) => socket.send(data.length === 0 ? 'pass' : 'fail')),
  },
  basic_auth: {
    byHand: (request, stream) => {
      if (request.headers.authorization !== 'Basic Zm9vOmJhcg==')
        stream.end(
          line('HTTP/1.1 401 Unauthorized') +
            line('Content-Length: 0') +
            line(line('WWW-Authenticate: Basic realm="camelot"')),
        );
    },
  },
  'delayed-passive-close': {},
  handshake_no_extensions: { isPlain: true },
  handshake_no_protocol: { protocol: () => undefined },
  handshake_protocol: { protocol: () => 'foobar' },
  handshake_sleep_2: { waitMs: 2_000 },
  sleep_10_v13: { waitMs: 10_000, connected: echo },
  invalid: { byHand: (_request, stream) => void stream.end(line(line('FOO BAR BAZ'))) },
  origin: { connected: (socket, { headers }) => socket.send(headers.origin ?? '', () => socket.close(1000)) },
  referrer: { connected: (socket, { headers }) => socket.send(headers.referer ?? 'MISSING AS PER FETCH') },
  protocol: {
    protocol: (offered) => offered.join(', '),
    connected: (socket) => socket.send(socket.protocol, () => socket.close(1000)),
  },
  protocol_array: {
    protocol: ([first]) => first,
    connected: (socket) => socket.send(socket.protocol, () => socket.close(1000)),
  },
  'passive-close-abort': {},
  'receive-many-with-backpressure': {
    isPlain: true,
    connected: (socket) => {
      socket.on('message', (data: Buffer) => {
        socket.pause();
        setTimeout(() => {
          socket.send(String(data.length));
          socket.resume();
        }, 100);
      });
    },
  },
  'remote-close': {
    connected: (socket, request) => {
      const query = new URLSearchParams(queryOf(request));
      if (query.has('abrupt')) socket.ping('ping', false, () => socket.terminate());
      else if (query.has('code')) socket.close(Number(query.get('code')), query.get('reason') ?? '');
      else socket.close();
    },
  },
  'set-cookie': { headers: (request) => [`Set-Cookie: ws_test_${queryOf(request)}=test; Path=/`] },
  'set-cookie_http': {
    headers: (request) => [`Set-Cookie: ws_test_${queryOf(request)}=test; Path=/; HttpOnly`],
  },
  'set-cookie-secure': {
    headers: (request) => [`Set-Cookie: ws_test_${queryOf(request)}=test; Secure; Path=/`],
  },
  'set-cookies-samesite': {
    headers: (request) => {
      const query = new URLSearchParams(queryOf(request));
      const age = query.has('clear') ? '; Max-Age=0' : '';
      return SAME_SITE.map((one) => {
        const [name, more] = one.split(/:(.*)/);
        return `Set-Cookie: samesite-${name ?? ''}=${query.get('value') ?? '1'}; Path=/${more ?? ''}${age}`;
      });
    },
  },
  simple_handshake: {
    byHand: (request, stream) => {
      writeAnswer(request, stream, acceptOf(request), CLOSE_PASS);
      stream.once('data', () => stream.end());
    },
  },
  wrong_accept_key: {
    byHand: (request, stream) => writeAnswer(request, stream, 'thisisawrongacceptkey', Buffer.alloc(0)),
  },
};

/** Answers upgrades as the handler named by the path does; 404 for a path that has none. */
export function serveSockets(server: http.Server): void {
  const accept = (isPlain: boolean) =>
    new WebSocketServer({
      noServer: true,
      perMessageDeflate: !isPlain,
      // The handler chose already; its choice travels on the request.
      handleProtocols: (_offered, request) => chosen.get(request) ?? false,
    });
  const chosen = new WeakMap<http.IncomingMessage, string>();
  const [compressing, plain] = [accept(false), accept(true)];
  for (const one of [compressing, plain])
    one.on('headers', (headers, request) => {
      headers.push(...(handlerOf(request)?.headers?.(request) ?? []));
    });
  server.on('upgrade', (request: http.IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => undefined);
    const handler = handlerOf(request);
    if (handler === undefined) return void stream.end(line(line('HTTP/1.1 404 Not Found')));
    handler.byHand?.(request, stream);
    if (handler.byHand !== undefined && (stream.writableEnded || handler !== HANDLERS['basic_auth'])) return;
    const offered = (request.headers['sec-websocket-protocol'] ?? '')
      .split(/\s*,\s*/)
      .filter((one) => one !== '');
    const protocol = handler.protocol?.(offered);
    if (protocol !== undefined) chosen.set(request, protocol);
    setTimeout(() => {
      const wss = handler.isPlain === true ? plain : compressing;
      wss.handleUpgrade(request, stream, head, (socket) => {
        socket.on('error', () => undefined);
        handler.connected?.(socket, request, stream);
      });
    }, handler.waitMs ?? 0);
  });
}

function handlerOf({ url = '' }: http.IncomingMessage): Handler | undefined {
  return HANDLERS[url.replace(/^\//, '').replace(/\?.*$/, '')];
}
