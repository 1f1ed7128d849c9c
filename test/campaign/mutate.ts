import type { Chance } from './chance';
import type { Body } from './target';

/** Longest input: quadratic work on it takes seconds, linear work milliseconds. */
const LONGEST = 65_536;

/** What breaks parsers: ends of strings and lines, escapes, lone surrogates, direction marks, names of prototypes, big numbers. */
const FRAGMENTS = [
  ...['"', '\\', '{', '}', '[', ']', ':', ',', '\0', '\n', '\r\n', '\x1e', '\x1b[31m', ' ', '%', '%2', '%25'],
  ...['\ud800', '\udc00', '\ufeff', '\u2028', '\u202e', '\u2066', 'é', '😀', '\ufffd'],
  ...['__proto__', '"__proto__":{"polluted":1},', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
  ...[
    'null',
    'true',
    '-0',
    '1e999',
    '-1',
    '9007199254740993',
    '4294967296',
    '0.1e-7',
    'NaN',
    '""',
    '{}',
    '[]',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '</script>',
    'javascript:',
    '${1}',
    '{{1}}',
    '../',
    '://',
    '?',
    '#',
    '=',
  ],
  ...[
    '42["',
    '451-["a",{"_placeholder":true,"num":99}]',
    'eyJhbGciOiJIUzI1NiJ9.e30.',
    'token=',
    'AAAAAAAAAAAAAAAA',
  ],
];
const BYTES = [
  0, 1, 2, 0x7f, 0x80, 0x81, 0xbf, 0xc0, 0xc1, 0xc7, 0xd4, 0xdb, 0xdd, 0xdf, 0xe0, 0xef, 0xfe, 0xff,
];

/** A body with one to eight changes, now and then blown up. */
export function mutate(body: Body, other: Body, chance: Chance): Body {
  let changed = body;
  for (let left = 1 + chance.below(8); left > 0; left -= 1) {
    changed =
      typeof changed === 'string' ? mutateText(changed, other, chance) : mutateBytes(changed, other, chance);
  }
  return chance.below(100) === 0 ? blowUp(changed, chance) : cut(changed);
}

function mutateText(text: string, other: Body, chance: Chance): string {
  const [from, to] = span(text.length, chance);
  const start = text.slice(0, from);
  const end = text.slice(to);
  switch (chance.below(8)) {
    case 0:
      return start + end;
    case 1:
      return start + chance.pick(FRAGMENTS, '') + text.slice(from);
    case 2:
      return start + chance.pick(FRAGMENTS, '') + end;
    case 3:
      return text.slice(0, to) + text.slice(from);
    case 4:
      return (
        start + String.fromCharCode(chance.below(chance.below(2) === 0 ? 128 : 65_536)) + text.slice(from + 1)
      );
    case 5:
      return start;
    case 6: {
      if (typeof other !== 'string') return start + JSON.stringify([...other.subarray(0, 20)]) + end;
      const [otherFrom, otherTo] = span(other.length, chance);
      return start + other.slice(otherFrom, otherTo) + end;
    }
    default:
      return text.replace(/\d+/, () => String(chance.pick([0, -1, 2 ** 31, 2 ** 53, 1e308, 0.5], 0)));
  }
}

function mutateBytes(bytes: Uint8Array<ArrayBuffer>, other: Body, chance: Chance): Uint8Array<ArrayBuffer> {
  const [from, to] = span(bytes.length, chance);
  switch (chance.below(6)) {
    case 0:
      return join(bytes.subarray(0, from), bytes.subarray(to));
    case 1:
      return join(bytes.subarray(0, to), bytes.subarray(from));
    case 2:
      return join(bytes.subarray(0, from), Uint8Array.of(chance.pick(BYTES, 0)), bytes.subarray(from + 1));
    case 3: {
      const flipped = bytes.slice();
      flipped[from] = (flipped[from] ?? 0) ^ (1 << chance.below(8));
      return flipped;
    }
    case 4:
      return bytes.slice(0, from);
    default:
      return typeof other === 'string'
        ? join(bytes.subarray(0, from), new TextEncoder().encode(other.slice(0, 200)), bytes.subarray(from))
        : join(
            bytes.subarray(0, from),
            other.subarray(0, chance.below(other.length + 1)),
            bytes.subarray(to),
          );
  }
}

/** A start, a piece repeated until the whole is as long as an input may be, and an end. */
function blowUp(body: Body, chance: Chance): Body {
  const [from, to] = span(Math.min(body.length, 200), chance);
  if (typeof body === 'string') {
    const piece = chance.below(2) === 0 ? chance.pick(FRAGMENTS, 'a') : body.slice(from, to) || 'a';
    const times = Math.ceil(LONGEST / piece.length);
    return cut(
      body.slice(0, from) + piece.repeat(times).slice(0, LONGEST - from - 200) + body.slice(to, to + 200),
    );
  }
  const piece = body.slice(from, Math.max(to, from + 1));
  const long = new Uint8Array(LONGEST);
  long.set(body.subarray(0, from));
  for (let at = from; piece.length > 0 && at + piece.length <= LONGEST; at += piece.length)
    long.set(piece, at);
  return long;
}

function span(length: number, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(length + 1);
  const most = chance.below(4) === 0 ? length : 12;
  return [from, Math.min(length, from + chance.below(most + 1))];
}

function cut(body: Body): Body {
  return body.length <= LONGEST ? body : body.slice(0, LONGEST);
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
