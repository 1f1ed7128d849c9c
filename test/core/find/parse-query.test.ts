import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, QUERY_LIMIT } from '../../../core/find/parse-query';
import { printQuery } from '../../../core/find/print-query';
import type { Query } from '../../../core/find/query';

function read(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.query;
}

describe('a filter', () => {
  test.each<[string, Query]>([
    ['', { kind: 'all', of: [] }],
    ['token', { kind: 'text', text: 'token' }],
    ['"two words"', { kind: 'text', text: 'two words' }],
    ['"a \\"b\\" \\\\"', { kind: 'text', text: 'a "b" \\' }],
    ['is:error', { kind: 'is', word: 'error' }],
    ['IS:Error', { kind: 'is', word: 'error' }],
    ['dir:received', { kind: 'direction', direction: 'in' }],
    ['event:oh_event', { kind: 'name', field: 'event', value: 'oh_event' }],
    ['type:"a b"', { kind: 'name', field: 'event', value: 'a b' }],
    ['code:4001', { kind: 'name', field: 'code', value: '4001' }],
    ['conversation:87f5', { kind: 'name', field: 'conversation', value: '87f5' }],
    ['has:binary', { kind: 'has', word: 'binary' }],
    ['size>1M', { kind: 'measure', field: 'size', comparison: '>', value: 1_000_000 }],
    ['size:>=1.5kB', { kind: 'measure', field: 'size', comparison: '>=', value: 1_500 }],
    ['size:20', { kind: 'measure', field: 'size', comparison: '=', value: 20 }],
    ['latency<2s', { kind: 'measure', field: 'latency', comparison: '<', value: 2_000 }],
    ['/a b\\/c[/]/i', { kind: 'pattern', source: 'a b\\/c[/]', flags: 'i' }],
    ['-is:heartbeat', { kind: 'not', of: { kind: 'is', word: 'heartbeat' } }],
    ['NOT x', { kind: 'not', of: { kind: 'text', text: 'x' } }],
  ])('%s is read', (text, query) => {
    expect(read(text)).toEqual(query);
  });

  test.each<[string, string]>([
    ['a b OR c', 'a b OR c'],
    ['a (b OR c)', 'a (b OR c)'],
    ['a | b', 'a OR b'],
    ['a AND b', 'a b'],
    ['-(a OR b) c', '-(a OR b) c'],
    ['call(x)', '"call(x)"'],
    ['(call(x))', '"call(x)"'],
    // What only looks like a part of the language is text.
    ['https://shop.example/a', '"https://shop.example/a"'],
    ['/socket.io', '"/socket.io"'],
    ['/echo and /pages/b', '"/echo" and "/pages/b"'],
    [':)', '":)"'],
    ['12:01', '"12:01"'],
    ['{"type":"x"}', '"{\\"type\\":\\"x\\"}"'],
    ['a=b', '"a=b"'],
    ['- a', '"-" a'],
  ])('%s means %s', (text, printed) => {
    expect(printQuery(read(text))).toBe(printed);
  });
});

describe('a filter that cannot be read says why, and where', () => {
  test.each<[string, RegExp, number, number]>([
    ['a is:eror', /no is:eror\. Did you mean is:error\?$/, 2, 9],
    ['is:nothing', /Use one of error, unreadable, /, 0, 10],
    ['evnt:x', /no filter "evnt"\. Did you mean event:\?$/, 0, 6],
    ['dir:left', /Use one of in, out\.$/, 0, 8],
    ['size>big', /^size needs a number, such as size>1M\.$/, 0, 8],
    ['event:', /^event: needs a word behind it\.$/, 0, 6],
    ['a (b', /bracket is not closed/, 2, 3],
    ['a ) b', /bracket closes nothing/, 2, 3],
    ['a "b c', /quotation mark is not closed/, 2, 6],
    ['a OR', /OR needs something on both sides/, 2, 4],
    ['OR a', /OR needs something on both sides/, 0, 2],
    ['a AND', /AND needs/, 2, 5],
    ['x NOT', /minus sign needs/, 2, 5],
    ['/a(/', /^This regular expression is not valid: .*[Uu]nterminated group\.$/, 0, 4],
    [`${'('.repeat(80)}x`, /Too many brackets/, 51, 52],
    ['x'.repeat(QUERY_LIMIT + 1), /at most 2,000 characters/, QUERY_LIMIT, QUERY_LIMIT + 1],
  ])('%s', (text, problem, from, to) => {
    expect(parseQuery(text)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem) as string,
      from,
      to,
    });
  });
});

/** What people type, more likely to hit the language's corners than letters by chance. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '(',
          ')',
          '-',
          '"',
          '/',
          '\\',
          ' ',
          ' OR ',
          ' AND ',
          'NOT ',
          '|',
          'is:',
          'is:error',
          'has:',
          'size>',
          '1M',
        ],
        ...[
          'size:<=1.25kb',
          'latency=0.3min',
          'event:',
          'event:">x"',
          'code:4001',
          '[',
          ']',
          '*',
          'x',
          '\n',
          '()',
        ],
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('whatever is typed is a query or a sentence with a place in the text', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseQuery(text);
      if (parsed.ok) return;
      expect(parsed.problem).toMatch(/[.?]$/);
      expect(parsed.from).toBeGreaterThanOrEqual(0);
      expect(parsed.to).toBeLessThanOrEqual(text.length);
      expect(parsed.from).toBeLessThan(parsed.to);
    }),
    { numRuns: 2_000 },
  );
});

test('what is printed reads back as the same query', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseQuery(text);
      if (!parsed.ok) return;
      const printed = printQuery(parsed.query);
      expect(printQuery(read(printed))).toBe(printed);
      expect(read(printed)).toEqual(parsed.query);
    }),
    { numRuns: 2_000 },
  );
});
