import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Server, type ServerOptions } from 'socket.io';
import createServerV2 from 'socket.io-v2';
import type * as Client from 'socket.io-client';
import type createClientV2 from 'socket.io-client-v2';
import { clientReportText } from '../../../core/reconnect/client-report-text';
import { socketIoReports } from '../../../core/reconnect/socket-io-report';
import { wireOf } from '../../../core/protocols/wire';
import { listenHttp, recordSockets } from '../../support/socket-io-session';

const recording = recordSockets();
let client: typeof Client;
let ioV2: typeof createClientV2;
beforeAll(async () => {
  // The clients look for it once, when they are loaded.
  vi.stubGlobal('WebSocket', recording.WebSocket);
  client = await import('socket.io-client');
  ioV2 = (await import('socket.io-client-v2')).default;
});

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** What the last connection says, by what is derived; a client's own words come from its listeners. */
function derived(): string[] {
  const connection = recording.connections().at(-1);
  return connection === undefined
    ? []
    : socketIoReports(connection, wireOf(connection)).map(clientReportText);
}

interface Told {
  readonly event: string;
  readonly reason: string;
}

/** A server and a client of today, connected. `told` comes true when the client has told its page of an end. */
async function connected(options: Partial<ServerOptions> = {}, namespace = '/') {
  const { server, origin } = await listenHttp();
  const io = new Server(server, { serveClient: false, ...options });
  io.of(namespace);
  const socket = client.io(`${origin}${namespace}`, { transports: [client.WebSocket], forceNew: true });
  undo.push(
    () => io.close(),
    () => socket.disconnect(),
  );
  const told = new Promise<Told>((resolve) => {
    socket.on('disconnect', (reason) => resolve({ event: 'disconnect', reason }));
  });
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  return { io, socket, told };
}

const STAYS = 'it does not reconnect until your page calls `connect()`';
const RETURNS = 'it reconnects by itself, unless `reconnection` is off';

describe('what socket.io-client 4 tells its page', () => {
  it('is derived where the server disconnects it', async () => {
    const { io, socket, told } = await connected();
    io.disconnectSockets();
    expect(await told).toEqual({ event: 'disconnect', reason: 'io server disconnect' });
    expect(derived()).toEqual([`disconnect "io server disconnect"; ${STAYS}`]);
    expect(socket.active).toBe(false);
  });
  it('is derived where the page disconnects', async () => {
    const { socket, told } = await connected();
    socket.disconnect();
    expect(await told).toEqual({ event: 'disconnect', reason: 'io client disconnect' });
    expect(derived()).toEqual([`disconnect "io client disconnect"; ${STAYS}`]);
    expect(socket.active).toBe(false);
  });
  it('is derived where the server closes the transport', async () => {
    const { io, socket, told } = await connected();
    io.engine.close();
    expect(await told).toEqual({ event: 'disconnect', reason: 'transport close' });
    expect(derived()).toEqual([`disconnect "transport close"; ${RETURNS}`]);
    expect(socket.active).toBe(true);
  });
  it('is derived where the browser fails the transport', async () => {
    const { io, socket, told } = await connected();
    // A reserved bit is set: whoever gets it fails the connection.
    const [engine] = [...io.sockets.sockets.values()].map(({ conn }) => conn);
    rawSocketOf(engine).write(Buffer.from([0xf1, 0x00]));
    expect(await told).toEqual({ event: 'disconnect', reason: 'transport error' });
    // The client tells it at the `error` event; what is derived waits for the `close` that follows.
    await vi.waitUntil(() => derived().length > 0);
    expect(derived()).toEqual([`disconnect "transport error"; ${RETURNS}`]);
    expect(socket.active).toBe(true);
  });
  it('is derived where the server no longer pings', async () => {
    const { io, socket, told } = await connected({ pingInterval: 700, pingTimeout: 700 });
    for (const { conn } of io.sockets.sockets.values()) silence(conn);
    expect(await told).toEqual({ event: 'disconnect', reason: 'ping timeout' });
    expect(derived()).toEqual([`likely disconnect "ping timeout"; ${RETURNS}`]);
    expect(socket.active).toBe(true);
  });
  it.each([
    ['49', 'parse error'],
    ['42{}', 'parse error'],
    [Buffer.from([1]), 'parse error'],
    ['hello', 'transport error'],
  ])('is derived where the server sends %s', async (data, reason) => {
    const { io, socket, told } = await connected();
    for (const { conn } of io.sockets.sockets.values()) rawSend(conn, data);
    expect(await told).toEqual({ event: 'disconnect', reason });
    expect(derived()).toEqual([`likely disconnect "${reason}"; ${RETURNS}`]);
    expect(socket.active).toBe(true);
  });
  it('is derived where the page closes the engine below it', async () => {
    const { socket, told } = await connected();
    socket.io.engine.close();
    expect(await told).toEqual({ event: 'disconnect', reason: 'forced close' });
    expect(derived()).toEqual([
      'likely disconnect "forced close"; whether it reconnects depends on which call closed it',
    ]);
  });
  it('is derived where the server refuses it', async () => {
    const { server, origin } = await listenHttp();
    const io = new Server(server, { serveClient: false });
    io.use((_socket, next) => next(new Error('token expired')));
    const socket = client.io(origin, { transports: [client.WebSocket], forceNew: true });
    undo.push(
      () => io.close(),
      () => socket.disconnect(),
    );
    const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
    expect(error.message).toBe('token expired');
    expect(derived()).toEqual([`connect_error "token expired"; ${STAYS}`]);
    expect(socket.active).toBe(false);
  });
  it('is derived where the handshake fails', async () => {
    const { server, origin } = await listenHttp();
    server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
    const socket = client.io(origin, { transports: [client.WebSocket], forceNew: true });
    undo.push(
      () => server.close(),
      () => socket.disconnect(),
    );
    const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
    expect(error.message).toBe('websocket error');
    await vi.waitUntil(() => derived().length > 0);
    expect(derived()).toEqual([`connect_error "websocket error"; ${RETURNS}`]);
    expect(socket.active).toBe(true);
  });
  it('is told for each namespace apart', async () => {
    const { io, socket, told } = await connected({}, '/admin');
    const other = socket.io.socket('/');
    const lost = new Promise((resolve) => other.on('disconnect', resolve));
    await new Promise<void>((resolve) => other.on('connect', () => resolve()));
    io.of('/admin').disconnectSockets();
    await told;
    expect(derived()).toEqual([`/admin: disconnect "io server disconnect"; ${STAYS}`]);
    io.engine.close();
    expect(await lost).toBe('transport close');
    expect(derived()).toEqual([
      `/admin: disconnect "io server disconnect"; ${STAYS}`,
      `disconnect "transport close"; ${RETURNS}`,
    ]);
  });
});

describe('what socket.io-client 2 tells its page', () => {
  async function connectedV2() {
    const { server, origin } = await listenHttp();
    const io = createServerV2(server, { serveClient: false });
    const socket = ioV2(origin, { transports: ['websocket'], forceNew: true });
    undo.push(
      () => io.close(),
      () => socket.disconnect(),
    );
    return { io, socket };
  }
  it('is derived where the server refuses it: another event, and it stays in wait', async () => {
    const { io, socket } = await connectedV2();
    io.use((_socket, next) => next(new Error('Session expired')));
    expect(await new Promise((resolve) => socket.on('error', resolve))).toBe('Session expired');
    expect(derived()).toEqual(['error "Session expired"; it asks again only over the next connection']);
  });
});

/** Engine.IO's own end of a socket, as far as these tests reach into it. */
function transportOf(conn: unknown): {
  socket: { send(data: unknown): void; terminate(): void; _socket: NodeJS.WritableStream };
} {
  return (conn as { transport: ReturnType<typeof transportOf> }).transport;
}
function rawSend(conn: unknown, data: unknown): void {
  transportOf(conn).socket.send(data);
}
function rawSocketOf(conn: unknown): NodeJS.WritableStream {
  return transportOf(conn).socket._socket;
}
/** Nothing of Engine.IO gets out any more, its own end of the session neither. */
function silence(conn: unknown): void {
  const { socket } = transportOf(conn);
  Object.assign(socket, { send: () => undefined, close: () => undefined });
  undo.push(() => socket.terminate());
}
