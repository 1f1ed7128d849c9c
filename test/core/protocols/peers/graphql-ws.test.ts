import { once } from 'node:events';
import {
  execute,
  GraphQLBoolean,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  subscribe,
  validate,
} from 'graphql';
import { createClient, type Client, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { graphqlTransportWs } from '../../../../core/protocols/graphql-transport-ws';
import { identify } from '../../../../core/protocols/identify';
import { createTranscript } from '../../../../core/protocols/transcript';
import { toMessage } from '../protocol-table';
import {
  closeAfter,
  linesOf,
  listen,
  openingOfRecording,
  readRecording,
  record,
  type LoopbackServer,
} from '../recording';

const accepted = 'graphql-transport-ws';
const SUBSCRIBE = '{"id":"1","type":"subscribe","payload":{"query":"subscription { count }"}}';

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      me: { type: GraphQLString, resolve: () => 'Ada' },
      fails: {
        type: GraphQLBoolean,
        resolve: () => {
          throw new GraphQLError('Log in first', { extensions: { code: 'UNAUTHENTICATED' } });
        },
      },
    },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      count: {
        type: GraphQLString,
        async *subscribe() {
          yield await Promise.resolve({ count: '1' });
          yield await Promise.resolve({ count: '2' });
        },
      },
    },
  }),
});

async function serve(options: Partial<ServerOptions> = {}): Promise<LoopbackServer> {
  const loopback = await listen();
  // Vitest and Node load two copies of graphql, which refuse each other's schemas: all must come from this one.
  useServer({ schema, parse, validate, execute, subscribe, ...options }, loopback.server);
  return loopback;
}

async function run(client: Client, payload: SubscribePayload): Promise<void> {
  await new Promise<void>((resolve) => {
    client.subscribe(payload, { next: () => undefined, error: () => resolve(), complete: () => resolve() });
  });
}

describe('the real server and client of graphql-ws', () => {
  it('are read in full, both ways', async () => {
    await using loopback = await serve();
    const recording = record();
    let id = 0;
    const client = createClient({
      url: loopback.url,
      webSocketImpl: recording.WebSocket,
      connectionParams: { token: 'x' },
      lazyCloseTimeout: 10_000,
      generateID: () => String((id += 1)),
    });
    await run(client, { query: 'query Who { me }' });
    await run(client, { query: 'subscription Count { count }' });
    await run(client, { query: '{ fails }' });
    await run(client, { query: '{ nothing }' });
    await client.dispose();

    const decodings = readRecording(graphqlTransportWs, recording);
    expect(linesOf(decodings)).toEqual([
      'connection_init with payload',
      'connection_ack',
      'subscribe 1: query Who',
      'next 1: me',
      'complete 1',
      'subscribe 2: subscription Count',
      'next 2: count',
      'next 2: count',
      'complete 2',
      'subscribe 3: query',
      'next 3: fails, error: Log in first (UNAUTHENTICATED)',
      'complete 3',
      'subscribe 4: query',
      'error 4: Cannot query field "nothing" on type "Query".',
    ]);
    expect(identify(openingOfRecording(recording))).toBe(graphqlTransportWs);
    expect(identify({ ...openingOfRecording(recording), accepted: '' })).toBe(graphqlTransportWs);

    const transcript = createTranscript(graphqlTransportWs, openingOfRecording(recording));
    transcript.readOn(recording.samples.map((sample, index) => toMessage(sample, index)));
    expect(transcript.callAt(2)).toMatchObject({ answerIndex: 3 });
    expect(transcript.unanswered()).toEqual([]);
  });

  it('ping and pong are read, and make one row', async () => {
    await using loopback = await serve();
    const recording = record();
    const client = createClient({
      url: loopback.url,
      webSocketImpl: recording.WebSocket,
      lazy: false,
      keepAlive: 5,
    });
    await new Promise<void>((resolve) => {
      client.on('pong', (isReceived) => {
        if (isReceived) resolve();
      });
    });
    await client.dispose();
    const lines = linesOf(readRecording(graphqlTransportWs, recording));
    expect(lines).toEqual(expect.arrayContaining(['ping', 'pong']));
  });

  it.each([
    { code: 4400, messages: ['not JSON'], options: {} },
    { code: 4401, messages: [SUBSCRIBE], options: {} },
    { code: 4403, messages: ['{"type":"connection_init"}'], options: { onConnect: () => false } },
    { code: 4408, messages: [], options: { connectionInitWaitTimeout: 1 } },
    {
      code: 4429,
      messages: ['{"type":"connection_init"}', '{"type":"connection_init"}'],
      options: {},
    },
    {
      code: 4500,
      messages: ['{"type":"connection_init"}'],
      options: {
        onConnect: () => {
          throw new Error('broken');
        },
      },
    },
  ] satisfies { code: number; messages: string[]; options: Partial<ServerOptions> }[])(
    'end with $code for what the registry here says of it',
    async ({ code, messages, options }) => {
      // The server says its own failures aloud.
      vi.spyOn(console, 'error').mockReturnValue();
      await using loopback = await serve(options);
      const closed = await closeAfter(loopback.url, [accepted], ...messages);
      expect(closed.code).toBe(code);
      expect(graphqlTransportWs.closeCodes).toContainEqual(
        expect.objectContaining({ from: code, by: 'server' }),
      );
    },
  );

  it('end with 4409 where an id is used twice', async () => {
    await using loopback = await serve({ onSubscribe: () => new Promise<undefined>(() => undefined) });
    const socket = new WebSocket(loopback.url, accepted);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    // An operation before the acknowledgement would be 4401.
    socket.once('message', () => {
      socket.send(SUBSCRIBE);
      socket.send(SUBSCRIBE);
    });
    expect(await once(socket, 'close')).toContain(4409);
    expect(graphqlTransportWs.closeCodes).toContainEqual(expect.objectContaining({ from: 4409 }));
  });

  it('end with 4406 where the client offers nothing', async () => {
    await using loopback = await serve();
    expect(await closeAfter(loopback.url, [])).toMatchObject({ code: 4406 });
  });
});
