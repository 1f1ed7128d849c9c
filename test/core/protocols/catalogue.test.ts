import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageEventRecord } from '../../../core/capture/event';
import { protocols } from '../../../core/protocols/catalogue';
import { identify } from '../../../core/protocols/identify';
import { readAll, toMessage, toOpening, type Sample } from './protocol-table';

const root = new URL('../../../', import.meta.url);
const NOT_PROTOCOLS = ['protocol', 'catalogue', 'identify', 'transcript', 'wire'];
const HEADINGS = ['## How to recognise it', '## What goes over the wire', '## How it ends', '## Sources'];
const ids = protocols.map(({ id }) => id);

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

describe('the catalogue of protocols', () => {
  it('has each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists every file of core/protocols, named after its id', () => {
    const files = namesIn('core/protocols/', '.ts').filter((name) => !NOT_PROTOCOLS.includes(name));
    expect(files.sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s has a test', (id) => {
    expect(existsSync(new URL(`test/core/protocols/${id}.test.ts`, root))).toBe(true);
  });

  it.each(ids)('%s has a page with all headings, in order, and words under each', (id) => {
    const page = readFileSync(new URL(`docs/protocols/${id}.md`, root), 'utf8');
    expect(page.split('\n')[0]).toMatch(/^# \S/);
    expect(page).toContain(`\`${id}\``);
    expect(page.match(/^## .*$/gm)).toEqual(HEADINGS);
    for (const section of page.split(/^## .*$/m)) expect(section.trim()).not.toBe('');
  });

  it('has a protocol for every page', () => {
    expect(namesIn('docs/protocols/', '.md').sort()).toEqual([...ids].sort());
  });

  it.each(protocols)(
    '$id says in sentences what it looks at and reads, and with what it was tested',
    (protocol) => {
      const { recognisedBy, decodes, heartbeat, reconnects, testedWith } = protocol;
      const notes = [heartbeat?.note, ...reconnects.map(({ note }) => note)].filter(
        (note) => note !== undefined,
      );
      for (const sentence of [recognisedBy, decodes, ...notes]) expect(sentence).toMatch(/^\S.*\.$/s);
      expect(testedWith.length).toBeGreaterThan(0);
    },
  );

  it.each(protocols)('$id has each close code and each failure once', ({ closeCodes, failures }) => {
    const covered = closeCodes.flatMap(({ from, to = from, by }) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${from + index} ${by ?? ''}`),
    );
    // A range may hold single codes that are told apart, but never the same range twice.
    const ranges = closeCodes.map(({ from, to, by }) => `${from}-${to ?? from} ${by ?? ''}`);
    expect(new Set(ranges).size).toBe(ranges.length);
    for (const code of covered) expect(code).toMatch(/^[1-9]\d{3,} ?/);
    expect(new Set(failures.map(({ code }) => code)).size).toBe(failures.length);
  });
});

/** What strangers may send: noise, and what begins like each protocol here. */
const STARTS = [
  '',
  '4',
  '40',
  '42["',
  '451-["a",{"_placeholder":true,"num":0}]',
  '0{',
  '2',
  'a["',
  'c[',
  '{"type":"',
  '{"id":1,"type":"',
  '{"jsonrpc":"2.0"',
  '[1,"',
  '["1","2","t","phx_reply",',
  'CONNECTED\nversion:1.2\n\n',
  'MESSAGE\n',
  'INFO {',
  "-ERR '",
  'MSG a 1 5\r\n',
  '{"op":10,"d":',
  '{"event":"pusher:',
  '{"identifier":"',
  '{"type":1,"target":"',
  '{}\x1e',
  '{"type":"connection_init","payload":',
  '{"type":"session.created","session":',
  '{"envelope_id":"a","payload":',
  '{"metadata":{"message_type":"',
  '{"protocol":"json","version":1}\x1e',
];
const text = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom(...STARTS), fc.string({ unit: 'binary', maxLength: 60 }))
    .map(([start, rest]) => start + rest),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.tuple(fc.constantFrom(...STARTS), fc.jsonValue()).map(([start, value]) => start + JSON.stringify(value)),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom(0x10, 0x20, 0x30, 0x7b, 0x82, 0x90, 0xdd, 0xe0, 0, 1, 2, 4),
      fc.uint8Array({ maxLength: 60 }),
    )
    .map(([start, rest]) => Uint8Array.from([start, ...rest])),
);
const sample: fc.Arbitrary<Sample> = fc
  .record({
    ...{ isCut: fc.boolean() },
    way: fc.constantFrom('in', 'out'),
    body: fc.oneof({ weight: 3, arbitrary: text }, bytes),
  })
  .map(({ isCut, way, body }) => (way === 'in' ? { isCut, in: body } : { isCut, out: body }));
const conversation: fc.Arbitrary<MessageEventRecord[]> = fc
  .array(sample, { maxLength: 12 })
  .map((samples) => samples.map((one, index) => toMessage(one, index)));
const opening = fc.record({
  url: fc.constantFrom(
    'wss://a.test/live',
    'wss://a.test/socket.io/?EIO=4&transport=websocket',
    'wss://a.test/?EIO=3',
    'wss://gateway.discord.gg/?v=10&encoding=json',
    'wss://a.test/socket/websocket?vsn=2.0.0',
    'wss://a.test/app/key?protocol=7',
    'wss://a.test/echo/123/5vbf2k0z/websocket',
    'ws://a.test/api/kernels/1/channels',
    'not an address',
    '',
  ),
  accepted: fc.constantFrom(
    '',
    'graphql-ws',
    'graphql-transport-ws',
    'mqtt',
    'v12.stomp',
    'wamp.2.json',
    'actioncable-v1-json',
    'vite-hmr',
    'nats',
    'centrifuge-protobuf',
    'v1.kernel.websocket.jupyter.org',
  ),
  offered: fc.constantFrom([], ['graphql-ws', 'graphql-transport-ws'], ['mqtt', 'mqttv3.1']),
  pollingSocketId: fc.constantFrom(undefined, 0),
});

describe.each(protocols)('$id, given anything', (protocol) => {
  it('never throws, gives packets with a summary, and reads the same again', () => {
    fc.assert(
      fc.property(conversation, opening, (messages, more) => {
        const decodings = readAll(protocol, messages, more);
        for (const decoding of decodings) {
          if (typeof decoding === 'string') continue;
          expect(decoding.length).toBeGreaterThan(0);
          for (const { summary, name } of decoding) expect(typeof summary + typeof name).toBe('stringstring');
        }
        expect(readAll(protocol, messages, more)).toEqual(decodings);
      }),
      { numRuns: 300 },
    );
  });

  it('reads nothing out of JSON that is nested deeper than anything can walk, and does not fall over it', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const start of [
      '',
      '42',
      '44{"a":',
      '{"type":"next","payload":',
      '{"event":"a","data":',
      '["1","1","t","e",',
    ]) {
      expect(() => readAll(protocol, [toMessage({ in: start + deep })])).not.toThrow();
      const closed = `${start}${deep}${start.includes('{') ? '}' : ''}${start.startsWith('[') ? ']' : ''}`;
      expect(() => readAll(protocol, [toMessage({ in: closed })])).not.toThrow();
    }
  });

  it.each(['a', ' ', '"', '[', '{', ':', ',', '\n', '\r\n', '\x1e', '\0', '1', '4', 'a["\\"', '\\', '{"a":'])(
    'takes time in proportion to %j, many times over',
    (unit) => {
      // Not a timing: a decoder that is quadratic in these 400,000 characters would run into the test's time limit.
      for (const start of ['', 'a["', '42["', 'MESSAGE\n', '{"type":"', 'MSG '])
        readAll(protocol, [toMessage({ in: start + unit.repeat(Math.ceil(400_000 / unit.length)) })]);
      readAll(protocol, [toMessage({ in: new Uint8Array(400_000).fill(unit.charCodeAt(0)) })]);
    },
  );
});

describe('identify', () => {
  it('never throws, and always finds a protocol', () => {
    fc.assert(
      fc.property(conversation, opening, (messages, more) => {
        expect(protocols).toContain(identify(toOpening({ ...more, firstMessages: messages.slice(0, 8) })));
      }),
      { numRuns: 1_000 },
    );
  });
});
