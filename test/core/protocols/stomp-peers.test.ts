import { Client, FrameImpl, Parser, StompConfig, StompHeaders } from '@stomp/stompjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { identify } from '../../../core/protocols/identify';
import { stomp } from '../../../core/protocols/stomp';
import { createTranscript } from '../../../core/protocols/transcript';
import { createRecordingServer, type Recording } from '../../support/recording-server';
import { readAll, toMessage, toOpening } from './protocol-table';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function headersOf(headers: Readonly<Record<string, string>>): StompHeaders {
  return Object.assign(new StompHeaders(), headers);
}

/** A broker of one topic, on the frame codec of stompjs. Whoever says "no" as passcode is refused. */
async function startBroker() {
  const server = await createRecordingServer((socket) => {
    const send = (command: string, headers: Readonly<Record<string, string>>, body = '') => {
      const escapeHeaderValues = command !== 'CONNECTED';
      const frame = FrameImpl.marshall({ command, headers: headersOf(headers), body, escapeHeaderValues });
      socket.send(frame);
    };
    const parser = new Parser(
      (raw) => {
        const frame = FrameImpl.fromRawFrame(raw, raw.command !== 'CONNECT');
        const given = new Map<string, string>(Object.entries(frame.headers));
        const receipt = given.get('receipt');
        if (frame.command === 'CONNECT' && given.get('passcode') === 'no') {
          send('ERROR', { message: 'Bad CONNECT' }, 'Access refused');
          socket.close(1002);
        } else if (frame.command === 'CONNECT') send('CONNECTED', { version: '1.2', 'heart-beat': '100,0' });
        else if (frame.command === 'SEND') {
          const destination = given.get('destination') ?? '';
          send('MESSAGE', { destination, 'message-id': '1', subscription: 'sub-0' }, frame.body);
        }
        if (receipt !== undefined) send('RECEIPT', { 'receipt-id': receipt });
      },
      () => {
        socket.send('\n');
      },
    );
    socket.on('message', (data: Buffer) => {
      parser.parseChunk(new Uint8Array(data).buffer);
    });
  });
  cleanups.push(() => server.close());
  return server;
}

function connectTo(url: string, passcode: string, config: Partial<StompConfig> = {}): Client {
  const client = new Client(
    Object.assign(new StompConfig(), config, {
      webSocketFactory: () => new WebSocket(url, ['v12.stomp', 'v11.stomp', 'v10.stomp']),
      reconnectDelay: 0,
      connectHeaders: headersOf({ login: 'a', passcode }),
    }),
  );
  cleanups.push(() => client.deactivate());
  client.activate();
  return client;
}

function summariesOf({ accepted, messages }: Recording): string[] {
  const read = messages.map((message, index) => toMessage(message, index));
  expect(identify(toOpening({ accepted, firstMessages: read.slice(0, 8) })).id).toBe('stomp');
  expect(identify(toOpening({ firstMessages: read.slice(0, 8) })).id).toBe('stomp');
  return readAll(stomp, read, { accepted }).flatMap((decoding) => {
    if (typeof decoding === 'string') throw new Error(decoding);
    return decoding.map(({ summary }) => summary);
  });
}

describe('STOMP between real parts', () => {
  it.each([
    { shows: 'whole', config: {} },
    { shows: 'binary', config: { forceBinaryWSFrames: true } },
    { shows: 'split', config: { splitLargeFrames: true, maxWebSocketChunkSize: 20 } },
  ])('reads a session of stompjs, its frames $shows', async ({ config }) => {
    const server = await startBroker();
    const client = connectTo(server.url, 'hidden', config);
    await vi.waitFor(() => expect(client.connected).toBe(true));
    const got: string[] = [];
    client.subscribe('/topic/a:b', ({ body }) => got.push(body), headersOf({ receipt: 'r:1' }));
    client.publish({
      destination: '/topic/a:b',
      body: '{"text":"größer\\n"}',
      headers: headersOf({ x: 'one:two\nthree' }),
    });
    await vi.waitFor(() => expect(got).toEqual(['{"text":"größer\\n"}']));
    await client.deactivate();
    const [recording] = server.recordings;
    if (recording === undefined) throw new Error('no connection');
    const summaries = summariesOf(recording).filter((summary) => !/^part|^heartbeat/.test(summary));
    expect(summaries).toEqual([
      'CONNECT with a login, STOMP 1.2,1.1,1.0',
      'CONNECT accepted, STOMP 1.2',
      'SUBSCRIBE /topic/a:b',
      'RECEIPT r:1',
      'SEND /topic/a:b, 21 bytes',
      'MESSAGE /topic/a:b, 21 bytes',
      expect.stringMatching(/^DISCONNECT: the client/),
      expect.stringMatching(/^RECEIPT close-/),
    ]);
    const transcript = createTranscript(stomp, toOpening({ accepted: recording.accepted }));
    transcript.readOn(recording.messages.map((message, index) => toMessage(message, index)));
    expect(transcript.unanswered()).toEqual([]);
  });

  it('reads a refused login', async () => {
    const server = await startBroker();
    connectTo(server.url, 'no');
    await vi.waitFor(() => expect(server.recordings[0]?.close?.code).toBe(1002));
    const [recording] = server.recordings;
    expect(recording && summariesOf(recording)).toEqual([
      'CONNECT with a login, STOMP 1.2,1.1,1.0',
      'CONNECT refused: Bad CONNECT: Access refused',
    ]);
  });
});
