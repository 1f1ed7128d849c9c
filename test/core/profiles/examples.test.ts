import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, execute, GraphQLError, parse, subscribe, validate } from 'graphql';
import { createClient } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { Server as SocketIoServer } from 'socket.io';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { profiles as builtInProfiles } from '../../../core/profiles/catalogue';
import { parseProfileText } from '../../../core/profiles/parse-profile';
import type { Profile } from '../../../core/profiles/profile';
import { reportOn } from '../../../core/report';
import { createRecordingProxy, toEvents } from '../../support/recording-proxy';
import type { Recording } from '../../support/recording-server';

const FOLDER = new URL('../../../docs/profiles/examples/', import.meta.url);

function example(file: string): Profile {
  const parsed = parseProfileText(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

/** What the signs of a profile say of a connection, worst first. */
function signsIn(recording: Recording | undefined, profile: Profile, quietMs = 0): readonly string[] {
  if (recording === undefined) throw new Error('Nothing was recorded.');
  const report = reportOn(toEvents(recording, quietMs), [], [profile, ...builtInProfiles]);
  return [...report.connections, ...report.chains]
    .flatMap(({ findings }) => findings)
    .flatMap(({ sign }) => (sign === undefined ? [] : [sign]));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the example profiles', () => {
  it.each(readdirSync(FOLDER))('%s is a profile', (file) => {
    expect(example(file).signs.length).toBeGreaterThan(3);
  });
});

describe('a real graphql-ws server', () => {
  const profile = example('graphql-live.json');
  let server: WebSocketServer;
  let proxy: Awaited<ReturnType<typeof createRecordingProxy>>;

  beforeAll(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/graphql' });
    useServer(
      {
        schema: buildSchema('type Query { a: Int } type Mutation { move: Int }'),
        // Vitest and Node load two copies of graphql, which refuse each other's schemas: all must come from this one.
        parse,
        validate,
        execute,
        subscribe,
        roots: {
          query: { a: () => 1 },
          mutation: {
            move() {
              throw new GraphQLError('Ten a second', { extensions: { code: 'SLOW_DOWN' } });
            },
          },
        },
        onConnect({ connectionParams, extra }) {
          switch (connectionParams?.['case']) {
            case 'closed':
              extra.socket.close(4410, 'closed by its owner');
              return;
            case 'full':
              extra.socket.close(4403, 'board full: 20 of 20');
              return;
            case 'refused':
              return false;
            case 'silent':
              return new Promise(() => undefined);
            default:
              return true;
          }
        },
      },
      server,
    );
    await new Promise((resolve) => server.once('listening', resolve));
    proxy = await createRecordingProxy(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await proxy.close();
    for (const client of server.clients) client.terminate();
    server.close();
  });

  /** One run of the real client, up to the end of its socket. */
  async function run(name: string, query = '{ a }'): Promise<Recording | undefined> {
    const index = proxy.recordings.length;
    const client = createClient({
      url: `${proxy.url}/graphql?board=7`,
      webSocketImpl: WebSocket,
      connectionParams: { case: name },
      retryAttempts: 0,
      onNonLazyError: () => undefined,
    });
    client.subscribe({ query }, { next: () => undefined, error: () => undefined, complete: () => undefined });
    if (name === 'silent') {
      await until(() => proxy.recordings[index]?.messages.length === 1);
      client.terminate();
    }
    if (name === 'slow') {
      await until(() => (proxy.recordings[index]?.messages.length ?? 0) >= 5);
      await client.dispose();
    }
    await until(() => proxy.recordings[index]?.close !== undefined);
    return proxy.recordings[index];
  }

  it.each([
    ['closed', 'graphql-live/board-closed'],
    ['full', 'graphql-live/board-full'],
    ['refused', 'graphql-live/key-refused'],
  ])('that ends the connection (%s) is explained as %s', async (name, sign) => {
    expect(signsIn(await run(name), profile)).toEqual([sign]);
  });

  it('that answers with an error code is explained, whatever the end', async () => {
    expect(signsIn(await run('slow', 'mutation { move }'), profile)).toEqual(['graphql-live/slow-down']);
  });

  it('that never answers is explained once ten seconds have passed', async () => {
    const recording = await run('silent');
    expect(signsIn(recording, profile, 12_000)).toEqual(['graphql-live/init-unanswered']);
    expect(signsIn(recording, profile, 5_000)).toEqual([]);
  });

  it('is not explained where the address is another application’s', async () => {
    const recording = await run('closed');
    if (recording === undefined) throw new Error('Nothing was recorded.');
    expect(signsIn({ ...recording, url: 'ws://127.0.0.1/graphql' }, profile)).toEqual([]);
  });
});

describe('a real Socket.IO server', () => {
  const profile = example('socket-io-app.json');
  let http: Server;
  let server: SocketIoServer;
  let proxy: Awaited<ReturnType<typeof createRecordingProxy>>;

  beforeAll(async () => {
    http = createServer();
    server = new SocketIoServer(http);
    server.use((socket, next) => {
      switch (socket.handshake.auth['case']) {
        case 'expired':
          next(new Error('invitation expired'));
          return;
        case 'silent':
          return;
        default:
          next();
      }
    });
    server.on('connection', (socket) => {
      socket.on('chat:send', (text: string) => {
        if (text === 'bad word') socket.emit('chat:error', { code: 'rejected', reason: 'Not in this room' });
        else if (text === 'leave') {
          socket.emit('session:replaced');
          socket.disconnect(true);
        } else if (text !== 'lost') socket.emit('chat:message', { id: 1, text });
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    proxy = await createRecordingProxy(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });

  /** One run of the real client; `text` is what it writes into the room. */
  async function run(name: string, text: string, messages: number): Promise<Recording | undefined> {
    const index = proxy.recordings.length;
    const client = io(proxy.url, {
      transports: ['websocket'],
      query: { room: 'r7' },
      auth: { case: name },
      reconnection: false,
      forceNew: true,
    });
    client.on('connect', () => client.emit('chat:send', text));
    await until(() => (proxy.recordings[index]?.messages.length ?? 0) >= messages);
    client.disconnect();
    await until(() => proxy.recordings[index]?.close !== undefined);
    return proxy.recordings[index];
  }

  // 0 open, 40, then: 44 | nothing | 40, the message, and what comes of it.
  it.each([
    ['expired', 'hello', 3, 'team-chat/invitation-expired'],
    ['none', 'leave', 6, 'team-chat/replaced'],
    ['none', 'bad word', 5, 'team-chat/message-rejected'],
  ])('that says no (%s, %s) is explained', async (name, text, messages, sign) => {
    expect(signsIn(await run(name, text, messages), profile)).toEqual([sign]);
  });

  it('that never answers CONNECT, or never repeats a message, is explained once time has passed', async () => {
    expect(signsIn(await run('silent', '', 2), profile, 12_000)).toEqual(['team-chat/not-let-in']);
    const lost = await run('none', 'lost', 4);
    expect(signsIn(lost, profile, 6_000)).toEqual(['team-chat/no-echo']);
    expect(signsIn(lost, profile, 1_000)).toEqual([]);
  });

  it('that does as it should is not complained about', async () => {
    expect(signsIn(await run('none', 'hello', 5), profile, 12_000)).toEqual([]);
  });
});
