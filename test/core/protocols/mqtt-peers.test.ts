import { Aedes } from 'aedes';
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { generate, parser } from 'mqtt-packet';
import { createWebSocketStream, type WebSocket } from 'ws';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { identify } from '../../../core/protocols/identify';
import { mqtt } from '../../../core/protocols/mqtt';
import type { Packet } from '../../../core/protocols/protocol';
import { createRecordingServer, type Recording } from '../../support/recording-server';
import { readAll, toMessage, toOpening } from './protocol-table';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startServer(serve: (socket: WebSocket) => void) {
  const server = await createRecordingServer(serve);
  cleanups.push(() => server.close());
  return server;
}

async function startBroker() {
  const broker = await Aedes.createBroker();
  broker.authenticate = (_client, _name, password, done) => {
    if (password?.toString() !== 'wrong') done(null, true);
    else done(Object.assign(new Error('no'), { returnCode: 4 }), false);
  };
  broker.authorizeSubscribe = (_client, subscription, done) => {
    done(null, subscription.topic === 'secret' ? null : subscription);
  };
  cleanups.push(() => new Promise<void>((resolve) => broker.close(resolve)));
  return startServer((socket) => void broker.handle(createWebSocketStream(socket)));
}

function connectTo(url: string, options: IClientOptions): MqttClient {
  const client = connect(url, { reconnectPeriod: 0, ...options });
  client.on('error', () => undefined);
  cleanups.push(() => client.endAsync(true));
  return client;
}

function packetsOf({ accepted, messages }: Recording): Packet[] {
  const read = messages.map((message, index) => toMessage(message, index));
  expect(identify(toOpening({ accepted, firstMessages: read.slice(0, 8) })).id).toBe('mqtt');
  expect(identify(toOpening({ firstMessages: read.slice(0, 8) })).id).toBe('mqtt');
  return readAll(mqtt, read, { accepted }).flatMap((decoding) => {
    if (typeof decoding === 'string') throw new Error(decoding);
    // In Node MQTT.js and aedes send a packet in several messages.
    return decoding.filter(({ name }) => name !== 'part');
  });
}
function summariesOf(recording: Recording | undefined): string[] {
  return recording === undefined ? [] : packetsOf(recording).map(({ summary }) => summary);
}

describe('MQTT between real parts', () => {
  it('reads a session of MQTT.js with aedes: login, subscription, messages of all qualities, the end', async () => {
    const server = await startBroker();
    const client = connectTo(server.url, {
      clientId: 'desk',
      username: 'a',
      password: 'right',
      keepalive: 1,
    });
    await vi.waitFor(() => expect(client.connected).toBe(true));
    await client.subscribeAsync(['news/#', 'secret']).catch(() => undefined);
    const got: string[] = [];
    client.on('message', (topic) => got.push(topic));
    for (const qos of [0, 1, 2] as const) await client.publishAsync(`news/${qos}`, '{"n":1}', { qos });
    await vi.waitFor(() => expect(got).toHaveLength(3));
    await vi.waitFor(() => expect(summariesOf(server.recordings[0])).toContain('pong'), 5_000);
    await client.endAsync();
    const summaries = summariesOf(server.recordings[0]);
    expect(summaries.slice(0, 2)).toEqual([
      'CONNECT as desk, MQTT 3.1.1, with a login, keep alive 1 s',
      'CONNECT accepted',
    ]);
    expect(summaries).toEqual(
      expect.arrayContaining([
        'SUBSCRIBE news/#, secret',
        'SUBSCRIBE refused for 1 of 2 filters: Failed, without a closer reason',
        'PUBLISH news/0, 7 bytes',
        'PUBLISH news/1, QoS 1, 7 bytes',
        'PUBLISH news/2, QoS 2, 7 bytes',
        'DISCONNECT: the client ends it',
      ]),
    );
    for (const text of summaries) expect(text).not.toContain('right');
  });

  it('reads a refused login, and a version that the broker does not speak', async () => {
    const server = await startBroker();
    connectTo(server.url, { clientId: 'a', username: 'a', password: 'wrong' });
    await vi.waitFor(() => expect(summariesOf(server.recordings[0])).toHaveLength(2));
    connectTo(server.url, { clientId: 'b', protocolVersion: 5 });
    await vi.waitFor(() => expect(summariesOf(server.recordings[1])).toHaveLength(2));
    expect(server.recordings.map((recording) => packetsOf(recording)[1])).toMatchObject([
      { replyTo: 'CONNECT', failure: { code: '4', message: 'Bad user name or password' } },
      { replyTo: 'CONNECT', failure: { code: '1' } },
    ]);
  });

  it('reads, in 5, a session that another client takes over, from the codec of MQTT.js', async () => {
    const holders = new Map<string, WebSocket>();
    const server = await startServer((socket) => {
      const incoming = parser({ protocolVersion: 5 });
      incoming.on('packet', (packet) => {
        if (packet.cmd !== 'connect') return;
        const before = holders.get(packet.clientId);
        if (before !== undefined) {
          const taken = {
            cmd: 'disconnect',
            reasonCode: 142,
            properties: { reasonString: 'second tab' },
          } as const;
          before.send(generate(taken, { protocolVersion: 5 }));
          before.close();
        }
        holders.set(packet.clientId, socket);
        const accepted = {
          cmd: 'connack',
          reasonCode: 0,
          sessionPresent: false,
          properties: { topicAliasMaximum: 10 },
        } as const;
        socket.send(generate(accepted, { protocolVersion: 5 }));
      });
      socket.on('message', (data: Buffer) => incoming.parse(data));
    });
    for (const tab of [0, 1]) {
      const client = connectTo(server.url, { clientId: 'same', protocolVersion: 5 });
      await vi.waitFor(() => expect(client.connected).toBe(true));
      if (tab === 0) {
        for (const text of ['one', 'two'])
          await client.publishAsync('long/topic', text, { properties: { topicAlias: 3 } });
        await vi.waitFor(() => expect(summariesOf(server.recordings[0]).length).toBeGreaterThanOrEqual(4));
      }
    }
    const [first] = server.recordings;
    await vi.waitFor(() => expect(summariesOf(first)).toHaveLength(5));
    expect(summariesOf(first)).toEqual([
      'CONNECT as same, MQTT 5, keep alive 60 s',
      'CONNECT accepted',
      'PUBLISH long/topic, 3 bytes',
      'PUBLISH long/topic, 3 bytes',
      'DISCONNECT by the server: Session taken over: another connection uses the same client id: second tab',
    ]);
  });
});
