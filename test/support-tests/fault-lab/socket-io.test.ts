import { once } from 'node:events';
import type { ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { labForThisFile } from './raw-client';

describe('Socket.IO', () => {
  const lab = labForThisFile();
  const sockets: Socket[] = [];
  afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));

  function open(namespace: string, options: Partial<ManagerOptions & SocketOptions>): Socket {
    const socket = io(lab().httpOrigin + namespace, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...options,
    });
    sockets.push(socket);
    return socket;
  }

  function heard(socket: Socket, name: string): Promise<unknown[]> {
    return new Promise((resolve) => socket.once(name, (...told: unknown[]) => resolve(told)));
  }

  it.each([['websocket'], ['polling']])('works over %s, and carries a conversation id', async (transport) => {
    const socket = open('/', { transports: [transport], query: { conversation_id: 'abc' } });
    expect(await heard(socket, 'oh_event')).toMatchObject([{ source: 'agent' }]);
    socket.emit('echo', 'hello', 7);
    expect(await heard(socket, 'echo')).toEqual(['hello', 7]);
  });

  it.each([
    ['/', '/socket.io/label/', 'refuse', 'invalid_session_api_key', undefined],
    ['/', '/socket.io/', 'refuse-data', 'Session expired', { code: 'session_expired', hint: 'log in again' }],
    ['/nope', '/socket.io/', 'none', 'Invalid namespace', undefined],
    // The client reads `.message` of a string.
    ['/', '/sio-string-refusal/', 'none', '', undefined],
  ])('refuses the namespace %s at %s with fault=%s', async (namespace, path, fault, message, data) => {
    const socket = open(namespace, { path, query: { fault } });
    const [error] = await heard(socket, 'connect_error');
    expect(error).toMatchObject({ message });
    expect(error).toHaveProperty('data', data);
    expect(socket.active).toBe(false);
  });

  it('dismisses the client with fault=disconnect', async () => {
    const [reason] = await heard(open('/', { query: { fault: 'disconnect' } }), 'disconnect');
    expect(reason).toBe('io server disconnect');
  });

  it('/sio-parse-error sends what the client cannot decode', async () => {
    const [reason] = await heard(open('/', { path: '/sio-parse-error/' }), 'disconnect');
    expect(reason).toBe('parse error');
  });

  it('/sio-stops promises pings and sends none', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/sio-stops/?EIO=4&transport=websocket`);
    const said: string[] = [];
    client.on('message', (data: Buffer) => said.push(data.toString()));
    await once(client, 'message');
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('"pingInterval":1000');
    client.terminate();
  });

  it('/sio-silent keeps the link alive and never answers the connect', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/sio-silent/?EIO=4&transport=websocket`);
    const packets: string[] = [];
    client.on('message', (data: Buffer) => packets.push(data.toString()));
    await once(client, 'open');
    client.send('40');
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    expect(packets[0]).toMatch(/^0\{.*"pingInterval":1000,/);
    expect(packets.slice(1)).toEqual(['2', '2']);
    client.close();
  });
});
