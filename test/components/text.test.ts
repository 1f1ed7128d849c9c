import { describe, expect, test } from 'vitest';
import { toHexDump, toShownBody } from '../../components/messages/message-body';
import { toPrettyJson } from '../../components/messages/pretty-json';
import { formatClock, formatDuration, formatSize } from '../../components/ui/format';
import { toTextParts, toVisibleText } from '../../components/ui/visible-text';
import type { MessageEventRecord } from '../../core/capture/event';

describe('text of a page', () => {
  test.each([
    ['a\u202eb', 'aU+202Eb'],
    ['a\u0000b', 'aU+0000b'],
    ['a\u200bb\ufeff', 'aU+200BbU+FEFF'],
    ['\u2066x\u2069', 'U+2066xU+2069'],
    ['line\r\nline\t', 'line\\r\\nline\\t'],
    ['tag\u{e0041}', 'tagU+E0041'],
    ['half \ud83d', 'half U+D83D'],
  ])('names the characters that act unseen: %j', (text, visible) => {
    expect(toVisibleText(text)).toBe(visible);
  });

  test.each(['plain', '', '<b>&amp;</b>', 'שלום', '👩‍💻 ok', 'é'])('leaves other text alone: %j', (text) => {
    expect(toTextParts(text, false)).toEqual([{ text, isEscape: false }]);
  });

  test('keeps the lines and tabs of a block', () => {
    expect(toTextParts('a\n\tb\u0007', true)).toEqual([
      { text: 'a\n\tb', isEscape: false },
      { text: 'U+0007', isEscape: true },
    ]);
  });
});

describe('JSON', () => {
  test('is indented', () => {
    expect(toPrettyJson('{"a":[1,{"b":null}],"c":{}, "d":[]}', 1_000)).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  test('keeps what parsing would lose: long numbers, repeated keys, escapes', () => {
    const text = '{"n":12345678901234567890,"n":1.0,"s":"a\\u0041\\"{,}"}';
    expect(toPrettyJson(text, 1_000)?.replace(/\n\s*/g, '').replaceAll(': ', ':')).toBe(text);
  });

  test('is only what parses as an object or array', () => {
    expect(toPrettyJson('{"a":', 100)).toBeUndefined();
    expect(toPrettyJson('42["event",{}]', 100)).toBeUndefined();
    expect(toPrettyJson('"text"', 100)).toBeUndefined();
  });

  test('ends at the limit, however deep it nests', () => {
    const deep = `${'['.repeat(2_000)}${']'.repeat(2_000)}`;
    expect(toPrettyJson(deep, 5_000)).toHaveLength(5_000);
  });
});

describe('the body of a message', () => {
  const message = (kept: Partial<MessageEventRecord>): MessageEventRecord => ({
    type: 'message',
    source: 'page-hook',
    streamId: 's',
    seq: 1,
    timeMs: 0,
    socketId: 1,
    direction: 'in',
    format: 'text',
    sizeBytes: 2_000,
    ...kept,
  });

  test('is JSON, text or bytes', () => {
    expect(toShownBody(message({ text: '[1]' }))).toEqual({
      kind: 'JSON',
      text: '[\n  1\n]',
      note: undefined,
    });
    expect(toShownBody(message({ text: 'hi' }))).toEqual({ kind: 'Text', text: 'hi', note: undefined });
    expect(toShownBody(message({ bytes: Uint8Array.of(1) })).kind).toBe('Bytes');
  });

  test('is cut where nobody would read on, and says so', () => {
    const shown = toShownBody(message({ text: 'x'.repeat(60_000) }));
    expect(shown.text).toHaveLength(50_000);
    expect(shown.note).toMatch(/first 50,000 characters/);
  });

  test('says when only a part or nothing of it was kept', () => {
    expect(toShownBody(message({ text: 'x', isCut: true })).note).toMatch(/beginning was kept of 2.0 kB/);
    expect(toShownBody(message({}))).toMatchObject({ kind: 'Not kept', text: '' });
  });

  test('shows bytes as hex and ASCII, 16 a line', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, index) => 0x40 + index);
    expect(toHexDump(bytes)).toBe(
      `0000  40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f  @ABCDEFGHIJKLMNO\n0010  50 51${' '.repeat(42)}  PQ`,
    );
  });
});

test.each([
  [0.2, '< 1 ms'],
  [340.4, '340 ms'],
  [999.7, '1 s'],
  [1_240, '1.2 s'],
  [9_960, '10 s'],
  [59_700, '1 min'],
  [252_000, '4 min 12 s'],
  [7_500_000, '2 h 5 min'],
])('says %d ms as %s', (durationMs, words) => {
  expect(formatDuration(durationMs)).toBe(words);
});

test.each([
  [340, '340 B'],
  [1_240, '1.2 kB'],
  [999_960, '1.0 MB'],
])('says %d bytes as %s', (sizeBytes, words) => {
  expect(formatSize(sizeBytes)).toBe(words);
});

test('says a time to the millisecond', () => {
  expect(formatClock(new Date(2026, 10, 23, 4, 5, 6, 7).getTime())).toBe('04:05:06.007');
});
