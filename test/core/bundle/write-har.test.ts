import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../core/bundle/read';
import { reportOn, type Report } from '../../../core/report';
import type { HangupEvent } from '../../../core/capture/event';
import { sampleEvents } from '../../support/sample-session';
import { toHar } from '../../support/write-outputs';

function open(text: string): readonly HangupEvent[] {
  const read = readRecording(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value.events;
}
const headlines = ({ connections }: Report) =>
  connections.map(({ url, findings }) => `${url} ${findings[0]?.cause ?? 'fine'}`).sort();

interface Har {
  readonly log: { readonly version: string; readonly entries: readonly Record<string, unknown>[] };
}

describe('a HAR that Hangup writes', () => {
  const events = sampleEvents();
  const text = toHar(events);

  it('has what HAR 1.2 asks of every entry', () => {
    const { log } = JSON.parse(text) as Har;
    expect(log.version).toBe('1.2');
    for (const entry of log.entries) {
      expect(entry).toMatchObject({
        startedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        time: expect.any(Number) as number,
        request: { method: 'GET', headers: expect.any(Array) as [], queryString: expect.any(Array) as [] },
        response: { status: expect.any(Number) as number, content: { size: 0 } },
        cache: {},
        timings: { send: 0, wait: 0 },
        _resourceType: 'websocket',
        _webSocketMessages: expect.any(Array) as [],
      });
    }
  });

  it('comes back with the same causes, close codes included', () => {
    // What is still open has no end that a HAR could tell of.
    const before = headlines(reportOn(events)).map((line) => line.replace(/ fine$/, ' close-not-recorded'));
    expect(headlines(reportOn(open(text)))).toEqual(before);
  });

  it('comes back with the same messages', () => {
    const of = (all: readonly HangupEvent[]) =>
      all
        .filter((event) => event.type === 'message')
        .map(({ direction, format, text: body }) => `${direction} ${format} ${body ?? ''}`)
        .sort();
    const redacted = of(open(text));
    expect(redacted).toHaveLength(of(events).length);
    expect(redacted.filter((one) => !of(events).includes(one))).toEqual([
      expect.stringContaining('0{"sid":"session-1"'),
      'out text 40{"token":"token-1"}',
    ]);
  });
});

describe('a HAR of a proxy', () => {
  const entry = (messages: object[], more: object = {}) =>
    JSON.stringify({
      log: {
        creator: { name: 'proxy', version: '1' },
        entries: [
          {
            startedDateTime: '2026-11-23T10:00:00.000Z',
            time: 50,
            request: { url: 'https://h/live', headers: [{ name: 'upgrade', value: 'websocket' }] },
            response: { status: 101 },
            ...more,
            _webSocketMessages: messages,
          },
        ],
      },
    });
  const bodies = (text: string) =>
    open(text)
      .filter((event) => event.type === 'message')
      .map(({ direction, text: body, timeMs }) => [direction, body, timeMs]);

  it.each([
    ['seconds', 1_763_892_000.5],
    ['milliseconds', 1_763_892_000_500],
    ['ISO 8601', '2025-11-23T10:00:00.500Z'],
  ])('is read with times in %s', (_what, time) => {
    expect(bodies(entry([{ type: 'send', time, opcode: 1, data: 'x' }]))).toEqual([
      ['out', 'x', 1_763_892_000_500],
    ]);
  });

  it('is read in other words, without pings and pongs', () => {
    const messages = [
      { type: 'outgoing', opcode: 1, data: 'a', time: 1 },
      { type: 'incoming', opcode: 1, data: 'b', time: 2 },
      { type: 'receive', opcode: 9, data: '', time: 3 },
      { type: 'hyperspace', opcode: 1, data: 'c', time: 4 },
    ];
    expect(bodies(entry(messages)).map(([direction, body]) => [direction, body])).toEqual([
      ['out', 'a'],
      ['in', 'b'],
    ]);
  });

  it.each([
    ['receive', 4401, 'server-closed-with-code'],
    ['receive', 1012, 'server-closed-with-code'],
  ])('that holds a close frame (%s %s) says how the socket ended', (type, code, cause) => {
    const text = entry([{ type, opcode: 8, code, reason: 'bye', data: '', time: 1_763_892_001 }]);
    expect(open(text).find((event) => event.type === 'socket-close')).toMatchObject({ code, reason: 'bye' });
    expect(reportOn(open(text)).connections[0]?.findings[0]?.cause).not.toBe('close-not-recorded');
    expect(cause).not.toBe('');
  });

  it('with more messages than fit keeps the first and the newest, and counts the rest', () => {
    const messages = Array.from({ length: 5_000 }, (_, index) => ({
      type: 'receive',
      opcode: 1,
      time: index,
      data: String(index).padStart(1_000, '.'),
    }));
    const read = readRecording(entry(messages), { bodyLength: 4_000_000 });
    if (!read.ok) throw new Error(read.problem);
    const kept = read.value.events.filter((event) => event.type === 'message');
    const dropped = read.value.events.find((event) => event.type === 'events-dropped');
    expect(kept[0]?.text).toMatch(/\.0$/);
    expect(kept.at(-1)?.text).toMatch(/\.4999$/);
    expect(kept.length + (dropped?.count ?? 0)).toBe(5_000);
    expect(kept.length).toBeLessThan(2_000);
  });
});
