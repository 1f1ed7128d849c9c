import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../core/profiles/json-places';
import { scanJson } from '../../../core/profiles/json-scan';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a text of JSON', () => {
  it.each([
    ['{', 1, /put } here/],
    ['{"a":1,}', 7, /Take out the comma/],
    ['[1,]', 3, /Take out the comma/],
    ['{a:1}', 1, /name here, in double quotes/],
    ['{"a" 1}', 5, /colon/],
    ['{"a":1 "b":2}', 7, /comma or }/],
    ['["x\n"]', 1, /double quote on its line/],
    ['["C:\\docs"]', 4, /backslash/],
    ['["x', 1, /Close this text/],
    ["['x']", 1, /between double quotes/],
    ['// no\n{}', 0, /comment/],
    ['{} {}', 3, /what follows/],
    ['['.repeat(100), 61, /nested too deeply/],
  ])('that is broken as in %j is broken at %i, and told what to do', (text, offset, message) => {
    const fault = scanJson(text);
    expect(fault?.offset).toBe(offset);
    expect(fault?.message).toMatch(message);
  });

  it('is what the browser takes for JSON, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 10 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', '\\', '\n', '0'),
        (json, at, extra) => {
          const place = at % (json.length + 1);
          for (const text of [
            json,
            json.slice(0, place) + extra + json.slice(place),
            json.slice(0, place) + json.slice(place + 1),
          ])
            expect(scanJson(text) === undefined).toBe(isJson(text));
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(scanJson(text) === undefined).toBe(isJson(text));
      }),
    );
  });

  it('is read in a time that grows with its length alone', () => {
    const long = 'x'.repeat(200_000);
    for (const text of [
      `["${long}`,
      `["${'\\u0041'.repeat(40_000)}`,
      `{"${long}":[${'1,'.repeat(100_000)}`,
      ' '.repeat(300_000),
    ]) {
      const fault = scanJson(text);
      expect(fault).toBeDefined();
    }
  });
});

describe('the place of a path', () => {
  const text = '{\n  "a": [\n    { "x": 1 },\n    { "y": [true, "}"] }\n  ],\n  "constructor": 2\n}';
  it.each([
    [[], { line: 1, column: 1 }],
    [['a'], { line: 2, column: 3 }],
    [['a', 0, 'x'], { line: 3, column: 7 }],
    [['a', 1], { line: 4, column: 5 }],
    [['a', 1, 'y', 1], { line: 4, column: 19 }],
    [['constructor'], { line: 6, column: 3 }],
    // What is missing stands where it would have to.
    [['a', 1, 'z', 'w'], { line: 4, column: 5 }],
    [['toString'], { line: 1, column: 1 }],
  ])('%j is found', (path, place) => {
    expect(placesIn(text, [path])).toEqual([place]);
    expect(placesIn(text, [['a', 0], path]).at(-1)).toEqual(place);
  });
});
