import { describe, expect, test } from 'vitest';
import type { MessageEventRecord } from '../../../core/capture/event';
import { createMessageFacts } from '../../../core/find/message-facts';
import { parseQuery } from '../../../core/find/parse-query';
import { toPossibleTest, toQueryTest, type AskedConnection } from '../../../core/find/query-test';
import { FIRST_MESSAGES, type Opening } from '../../../core/protocols/protocol';
import { socketIo } from '../../../core/protocols/socket-io';
import { createTranscript } from '../../../core/protocols/transcript';
import { textMessage } from '../protocols/message';

const PACKETS: readonly (readonly [direction: 'in' | 'out', body: string | Uint8Array<ArrayBuffer>])[] = [
  ['in', '0{"sid":"k","pingInterval":25000,"pingTimeout":20000}'],
  ['out', '40{"token":"abc"}'],
  ['in', '44{"message":"invalid token"}'],
  ['in', '2'],
  ['out', '3'],
  ['out', '421["oh_action",{"action":"Run"}]'],
  ['in', '431[{"ok":true}]'],
  ['out', '422["oh_action",{"action":"stop"}]'],
  ['in', '42["oh_event",{"id":7,"text":"Grüße"}]'],
  ['in', Uint8Array.of(1, 2, 3)],
  ['in', `42["oh_event",{"blob":"${'x'.repeat(2_000)}"}]`],
];

const messages = PACKETS.map(([direction, body], index): MessageEventRecord => {
  const place = { direction, seq: index, timeMs: 20 + 10 * index };
  return typeof body === 'string'
    ? textMessage(body, place)
    : { ...textMessage('', place), format: 'binary', sizeBytes: body.length, bytes: body, text: undefined };
});
const opening: Opening = {
  url: 'wss://app.example/socket.io/?EIO=4&transport=websocket',
  offered: [],
  accepted: '',
  firstMessages: messages.slice(0, FIRST_MESSAGES),
  pollingSocketId: undefined,
};
const transcript = createTranscript(socketIo, opening);
const { facts } = transcript;
transcript.readOn(messages, Infinity);

const asked: AskedConnection = {
  protocolId: socketIo.id,
  protocolName: socketIo.name,
  conversationId: '87f5ada82bc849fe854ce03610507e29',
  url: opening.url,
  codes: ['4001', '101'],
  facts,
  decodingAt: (index) => transcript.decodingAt(index),
  callAt: (index) => transcript.callAt(index),
  isPinned: (message) => message === messages[5],
};

function found(text: string): number[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  const test = toQueryTest(parsed.query, asked, ({ source, flags }) => {
    const pattern = new RegExp(source, flags);
    return ({ text: body = '' }) => pattern.test(body);
  });
  return messages.flatMap((message, index) => (test(message, index) ? [index] : []));
}
const ALL = PACKETS.map((_, index) => index);

describe('a filter finds', () => {
  test.each<[string, readonly number[]]>([
    ['', ALL],
    ['oh_event', [8, 10]],
    ['RUN', [5]],
    ['grüSSE', []],
    ['GRÜßE', [8]],
    ['".*"', []],
    ['is:error', [2]],
    ['is:heartbeat', [3, 4]],
    ['is:request', [1, 5, 7]],
    ['is:response', [2, 6]],
    ['is:unanswered', [7]],
    ['has:answer', [1, 3, 5]],
    ['is:pinned', [5]],
    ['has:binary', [9]],
    ['has:json dir:in -is:control', [2, 6, 8, 10]],
    ['dir:out', [1, 4, 5, 7]],
    ['event:oh_event', [8, 10]],
    ['event:OH_*', [5, 7, 8, 10]],
    ['event:*_ev*t', [8, 10]],
    ['event:oh', []],
    ['size>2k', [10]],
    ['latency=10ms dir:out', [1, 5]],
    ['code:"invalid token"', [2]],
    ['code:4001', ALL],
    ['code:4002', []],
    ['conversation:87F5ADA8-2bc8', ALL],
    ['conversation:88', []],
    ['protocol:socket-io', ALL],
    ['protocol:json', []],
    ['url:app.example is:error', [2]],
    ['/oh_(event|action)/ -size>2k', [5, 7, 8]],
    ['is:error OR is:heartbeat', [2, 3, 4]],
    ['oh_action -(stop OR is:pinned)', []],
    ['binary', [9]],
  ])('%s', (text, indexes) => {
    expect(found(text)).toEqual(indexes);
  });
});

test('without its patterns a filter lets through whatever they may yet decide, and nothing else', () => {
  const possible = (text: string) => {
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    const test = toPossibleTest(parsed.query, asked);
    return messages.flatMap((message, index) => (test(message, index) ? [index] : []));
  };
  expect(possible('is:error /x/')).toEqual([2]);
  expect(possible('is:error OR /x/')).toEqual(ALL);
  expect(possible('is:error -/x/')).toEqual([2]);
  expect(possible('-(dir:in OR -/x/)')).toEqual([1, 4, 5, 7]);
});

test('a server that makes up a name for each message is still found by name', () => {
  const many = createMessageFacts();
  const names = Array.from({ length: 12_000 }, (_, index) => `event-${index}`);
  const [message] = messages;
  if (message === undefined) throw new Error('There is a message');
  const decodings = names.map((name) => [{ kind: 'event', name, summary: '' }] as const);
  for (const decoding of decodings) many.add(message, decoding);
  expect(many.kinds.length).toBeLessThan(10_002);
  const parsed = parseQuery('event:event-11999');
  if (!parsed.ok) throw new Error(parsed.problem);
  const test = toQueryTest(
    parsed.query,
    { ...asked, facts: many, decodingAt: (index) => decodings[index] },
    () => () => false,
  );
  expect(names.findIndex((_, index) => test(message, index))).toBe(11_999);
});

test('what is read again after a late message is not noted twice', () => {
  const reading = createTranscript(socketIo, opening);
  const noted = reading.facts;
  const late = messages.slice();
  const [moved] = late.splice(5, 1);
  if (moved === undefined) throw new Error('There is a message');
  const list: MessageEventRecord[] = late;
  reading.readOn(list, Infinity);
  list.splice(5, 0, moved);
  reading.readOn(list, Infinity);
  expect(noted.count).toBe(PACKETS.length);
  for (const index of ALL) expect(noted.factsAt(index)).toBe(facts.factsAt(index));
  expect(noted.kinds.find(({ names }) => names === 'oh_event')?.messageCount).toBe(2);
  expect(noted.codesAt(2)).toEqual(['invalid token']);
  expect(noted.codesAt(3)).toEqual([]);
});
