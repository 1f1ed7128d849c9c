import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJsonChildren, jsonNodeAt } from '../../../components/messages/json-outline';
import { jsonPartOf } from '../../../components/messages/json-part';
import { toJsonRows } from '../../../components/messages/json-rows';
import { diffLines } from '../../../components/messages/line-diff';
import { describedTextOf, prettyTextOf, rawTextOf } from '../../../components/messages/message-text';
import { createPrettyLines, toPrettyJson } from '../../../components/messages/pretty-lines';
import { createHexLines, createTextLines, type TextLines } from '../../../components/messages/text-lines';
import { binaryMessage, textMessage } from '../../core/protocols/message';

function allOf(lines: TextLines, budget?: number): string[] {
  while (!lines.readOn(budget)) continue;
  return Array.from({ length: lines.count }, (_, line) => lines.at(line));
}

describe('JSON', () => {
  test('is indented', () => {
    expect(toPrettyJson('{"a":[1,{"b":null}],"c":{}, "d" : [ ]}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    );
  });

  test('keeps what parsing would lose: long numbers, repeated keys, escapes', () => {
    const text = '{"n":12345678901234567890,"n":1.0,"s":"a\\u0041\\"{,}"}';
    expect(toPrettyJson(text).replace(/\n\s*/g, '').replaceAll(': ', ':')).toBe(text);
  });

  test('is the same value when it is read again, whatever the portions and the width', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 20, max: 60 }), (text, columns) => {
        expect(JSON.parse(toPrettyJson(text))).toEqual(JSON.parse(text));
        expect(allOf(createPrettyLines(text, columns), 3)).toEqual(allOf(createPrettyLines(text, columns)));
      }),
    );
  });

  test('has lines that fit, but for the indent of what nests deep', () => {
    const lines = allOf(createPrettyLines(JSON.stringify({ a: ['x'.repeat(300)] }), 50));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(50);
    expect(lines.map((line) => line.trim()).join('')).toContain('x'.repeat(300));
  });

  test('is found behind what protocols put in front of it, and in what they carry', () => {
    expect(jsonPartOf(textMessage('42["e",{}]'), 'not-mine')).toEqual({ text: '["e",{}]', isExact: true });
    expect(jsonPartOf(textMessage('see [1] there'), 'not-mine')).toBeUndefined();
    const packet = { kind: 'data', name: '', summary: '', data: { n: 1n, b: Uint8Array.of(1) } } as const;
    expect(jsonPartOf(binaryMessage(3), [packet])).toEqual({
      text: '{"n":"1","b":"1 bytes"}',
      isExact: false,
    });
  });
});

describe('the tree of a JSON text', () => {
  test('has the members of each object and the elements of each array, as JSON.parse finds them', () => {
    const check = (text: string, start: number, end: number, value: unknown): void => {
      if (typeof value !== 'object' || value === null) {
        expect(JSON.parse(text.slice(start, end))).toEqual(value);
        return;
      }
      const children = createJsonChildren(text, jsonNodeAt(text, start, end));
      while (!children.readOn(2)) continue;
      const entries = Object.entries(value);
      expect(children.count).toBe(entries.length);
      for (const [index, [key, child]] of entries.entries()) {
        const node = children.at(index);
        if (node === undefined) throw new Error('It has been counted');
        if (!Array.isArray(value)) expect(JSON.parse(node.key ?? '')).toBe(key);
        check(text, node.start, node.end, child);
      }
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        // Keys like "1" are put in another order when they are parsed; those are left to another test.
        if (/"\d+":|__proto__/.test(JSON.stringify(plain))) return;
        const text = JSON.stringify(plain, undefined, indent);
        check(text, 0, text.length, plain);
      }),
    );
  });

  test('goes as far as a text that was cut', () => {
    const rows = toJsonRows('{"a":1,"b":[1,2,{"c":"x');
    const [, b] = rows.childrenOf(rows.root);
    if (b === undefined) throw new Error('It has a second member');
    expect(rows.childrenOf(b).map(({ preview }) => preview)).toEqual(['1', '2', '{"c":"x']);
  });

  test('gathers many children in ranges, which lead to each of them', () => {
    const rows = toJsonRows(JSON.stringify(Array.from({ length: 25_000 }, (_, index) => index)));
    const outer = rows.childrenOf(rows.root);
    expect(outer.map(({ label }) => label)).toEqual(['[0 to 9999]', '[10000 to 19999]', '[20000 to 24999]']);
    const inner = rows.childrenOf(outer[2] ?? rows.root);
    expect(inner).toHaveLength(50);
    const last = rows.childrenOf(inner.at(-1) ?? rows.root);
    expect(last.at(-1)).toMatchObject({ label: '24999:', preview: '24999' });
    expect(new Set([...outer, ...inner, ...last].map(({ id }) => id)).size).toBe(3 + 50 + 100);
  });

  test('never fails and ends on whatever else it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rows = toJsonRows(`{${text}`);
        rows.childrenOf(rows.root);
        expect(rows.readOn()).toBe(true);
      }),
    );
  });
});

describe('a long text', () => {
  test('is broken where it breaks and where a line is full, and loses nothing but the breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb', '\n', '\r\n', '👩', 'é'), { maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (parts, columns) => {
          const text = parts.join('');
          const lines = allOf(createTextLines(text, columns), 3);
          expect(lines.join('')).toBe(text.replace(/\r?\n/g, ''));
          for (const line of lines) expect(line).not.toMatch(/\p{Cs}/u);
        },
      ),
    );
  });

  test('of 50 MB is made in portions that are short', () => {
    const lines = createTextLines('x'.repeat(50_000_000), 80);
    expect(lines.readOn()).toBe(false);
    expect(lines.count).toBe(25_000);
  });

  test('as bytes is hex and ASCII, 16 a line', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, index) => 0x40 + index);
    expect(allOf(createHexLines(bytes))).toEqual([
      '0000  40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f  @ABCDEFGHIJKLMNO',
      `0010  50 51${' '.repeat(42)}  PQ`,
    ]);
  });
});

describe('a comparison', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

  test('holds every line of both sides in order, and puts beside each other what is the same', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const rows = diffLines(left, right);
        expect(rows.map((row) => row.left).filter((line) => line !== undefined)).toEqual(left);
        expect(rows.map((row) => row.right).filter((line) => line !== undefined)).toEqual(right);
      }),
      { numRuns: 1_000 },
    );
  });

  test('changes no more than it must', () => {
    const rows = diffLines(
      ['{', '  "a": 1,', '  "b": 2', '}'],
      ['{', '  "a": 1,', '  "x": 0,', '  "b": 3', '}'],
    );
    expect(rows.filter(({ left, right }) => left !== right)).toEqual([
      { left: '  "b": 2', right: '  "x": 0,' },
      { left: undefined, right: '  "b": 3' },
    ]);
    const many = Array.from({ length: 5_000 }, (_, index) => `${index}`);
    expect(diffLines(many, many.with(2_500, 'x')).filter(({ left, right }) => left !== right)).toHaveLength(
      1,
    );
    expect(
      diffLines(
        many,
        many.map((line) => `${line}!`),
      ),
    ).toHaveLength(5_000);
  });
});

test('a message is copied as it was sent, to be read, or with what it takes to know it by', () => {
  const message = textMessage('42["e",{"a":1}]', { timeMs: new Date(2026, 10, 25, 12).getTime() });
  expect(rawTextOf(message)).toBe('42["e",{"a":1}]');
  expect(rawTextOf(binaryMessage(2))).toMatch(/^0000 {2}00 00/);
  expect(prettyTextOf(message, 'not-mine')).toBe('[\n  "e",\n  {\n    "a": 1\n  }\n]');
  expect(describedTextOf(message, 'not-mine', 'wss://a.example/')).toMatch(
    /^12:00:00\.000 {2}received from wss:\/\/a\.example\/, 15 B\n\n\[/,
  );
});
