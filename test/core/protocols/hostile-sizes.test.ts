import { describe, expect, it } from 'vitest';
import { protocols } from '../../../core/protocols/catalogue';
import { identify } from '../../../core/protocols/identify';
import { createTranscript } from '../../../core/protocols/transcript';
import { readAll, toMessage, toOpening, type Sample } from './protocol-table';

const json = (value: unknown) => JSON.stringify(value);
/** A message of each protocol that names something new each time: a call, a subscription, a channel. */
const GROWING: Readonly<Record<string, (n: number) => Sample>> = {
  'socket-io': (n) => ({ out: `42${n}["call",${n}]` }),
  stomp: (n) => ({ out: `SUBSCRIBE\nid:${n}\ndestination:/q/${n}\nreceipt:r-${n}\n\n\0` }),
  nats: (n) => ({ out: `SUB a.${n} ${n}\r\nPUB a.${n} _INBOX.${n} 0\r\n\r\n` }),
  wamp: (n) => ({ out: json([32, n, {}, `com.topic.${n}`]) }),
  centrifugo: (n) => ({ out: json({ id: n, subscribe: { channel: `c-${n}` } }) }),
  ably: (n) => ({ out: json({ action: 10, channel: `c-${n}`, msgSerial: n }) }),
  'graphql-transport-ws': (n) => ({
    out: json({ id: `${n}`, type: 'subscribe', payload: { query: `query Q${n} { a }` } }),
  }),
  'graphql-ws': (n) => ({
    out: json({ id: `${n}`, type: 'start', payload: { query: `query Q${n} { a }` } }),
  }),
  signalr: (n) => ({ out: `${json({ type: 1, invocationId: `${n}`, target: 'm', arguments: [] })}\x1e` }),
  'openai-realtime': (n) => ({
    in: json({ type: 'response.created', event_id: `${n}`, response: { id: `r-${n}` } }),
  }),
  'gemini-live': (n) => ({
    in: json({ toolCall: { functionCalls: [{ id: `${n}`, name: 'f', args: {} }] } }),
  }),
  slack: (n) => ({ in: json({ envelope_id: `${n}`, type: 'events_api', payload: {} }) }),
  'twitch-eventsub': (n) => ({
    in: json({
      metadata: { message_type: 'notification', message_id: `${n}` },
      payload: { subscription: { type: 'a', id: `${n}` } },
    }),
  }),
  'action-cable': (n) => ({ out: json({ command: 'subscribe', identifier: json({ channel: 'C', id: n }) }) }),
  'home-assistant': (n) => ({ out: json({ id: n, type: 'subscribe_events', event_type: `e-${n}` }) }),
  phoenix: (n) => ({ out: json([`${n}`, `${n}`, `room:${n}`, 'phx_join', {}]) }),
  pusher: (n) => ({ out: json({ event: 'pusher:subscribe', data: { channel: `c-${n}` } }) }),
  jupyter: (n) => ({
    out: json({
      header: { msg_id: `${n}`, msg_type: 'execute_request' },
      parent_header: {},
      content: {},
      channel: 'shell',
    }),
  }),
  sockjs: (n) => ({ out: json([json({ jsonrpc: '2.0', id: n, method: 'm' })]) }),
  'json-rpc': (n) => ({ out: json({ jsonrpc: '2.0', id: n, method: 'm' }) }),
  mqtt: (n) => ({ out: Uint8Array.from([0x82, 6, n >> 8, n & 255, 0, 1, 0x61, 1]) }),
};

// Not a timing: a reader that copied what it remembers at each message would take half a minute here.
describe.each(Object.entries(GROWING))(
  '%s, over 10,000 messages that each name something new',
  (id, sample) => {
    it('reads each of them, at a cost that does not grow', () => {
      const protocol = protocols.find((one) => one.id === id);
      const messages = Array.from({ length: 10_000 }, (_, n) => toMessage(sample(n), n));
      const decodings = protocol && readAll(protocol, messages, { url: 'wss://a.test/socket.io/?EIO=4' });
      expect(decodings?.filter((one) => typeof one === 'string')).toEqual([]);
      expect(decodings).toHaveLength(messages.length);
    });
  },
);

/** What claims to be more than it is, or more than anybody can hold. */
const BOMBS: readonly Sample[] = [
  // Socket.IO: more attachments than will ever come, and a namespace and an id without an end.
  { in: '459999999-["a",{"_placeholder":true,"num":0}]' },
  { in: '4599999999999999999999-["a"]' },
  { in: `42/${'a'.repeat(200_000)}` },
  { in: `42${'9'.repeat(200_000)}["a"]` },
  { in: '451-["a",{"_placeholder":true,"num":1e308}]' },
  // MessagePack: arrays that claim 4 billion items, arrays in arrays, maps in maps.
  { in: Uint8Array.from({ length: 50_000 }, (_, n) => [0xdd, 0xff, 0xff, 0xff, 0xff][n % 5] ?? 0) },
  { in: new Uint8Array(200_000).fill(0x91) },
  { in: Uint8Array.from([...new Uint8Array(100_000).fill(0x91), 0xc0]) },
  { in: Uint8Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? 0x81 : 0xa0)) },
  // MQTT: the longest remaining length, and one that never ends. y-protocols: as many clients as a number can say.
  { in: Uint8Array.from([0x30, 0xff, 0xff, 0xff, 0x7f]) },
  { in: new Uint8Array(1_000).fill(0xff) },
  { in: Uint8Array.from([1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]) },
  // STOMP and NATS: a length that is none, and one that never comes.
  { in: 'MESSAGE\ncontent-length:99999999999999999999\n\na' },
  { in: 'MSG a 1 999999999999999999\r\n' },
  { in: 'HMSG a 1 -5 -1\r\n' },
  // One message with very many inside it.
  { in: '{"type":6}\x1e'.repeat(20_000) },
  { in: `[${'{"jsonrpc":"2.0","id":1,"method":"m"},'.repeat(20_000)}1]` },
  { in: `a[${'"x",'.repeat(50_000)}"x"]` },
];

describe.each(protocols)('$id, given what claims too much', (protocol) => {
  it('does not fall, and does not wait for it', () => {
    for (const bomb of BOMBS) {
      const again: Sample = bomb.in === undefined ? bomb : { out: bomb.in };
      expect(() => readAll(protocol, [bomb, again, bomb].map(toMessage))).not.toThrow();
    }
  });
});

it('an event with a million attachments takes no more memory than they do, though each row can be read again', () => {
  const url = 'wss://a.test/socket.io/?EIO=4&transport=websocket';
  const opening = toOpening({ url });
  const transcript = createTranscript(identify(opening), opening);
  const messages = [
    toMessage({ in: '45999999-["a",{"_placeholder":true,"num":0}]' }),
    ...Array.from({ length: 10_000 }, (_, n) => toMessage({ in: Uint8Array.of(n) }, n + 1)),
  ];
  const before = process.memoryUsage().heapUsed;
  while (!transcript.readOn(messages));
  // A list of what came, copied at each of them, would be 400 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200e6);
  expect(transcript.decodingAt(10_000)).toMatchObject([
    { summary: 'attachment 10000 of 999999 of event a, 1 bytes' },
  ]);
});
