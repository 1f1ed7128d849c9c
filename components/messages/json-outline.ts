/**
 * A JSON text as a tree that is read only where it is opened. Values stay as they were written, because parsing would
 * round long numbers and drop repeated keys; a text that was cut shows as far as it goes; 50 MB need no copy.
 */
export interface JsonNode {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'word';
  /** Its key as written, with quotation marks; undefined: an element of an array, or the whole. */
  readonly key: string | undefined;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

export interface JsonChildren {
  readonly count: number;
  at(index: number): JsonNode | undefined;
  /** Reads on. True: all are there. */
  readOn(budget?: number): boolean;
}

/** Characters of one portion: about 5 ms. */
const BUDGET = 2_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING = [0x7b, 0x5b];
const CLOSING = [0x7d, 0x5d];

export function jsonNodeAt(text: string, start: number, end: number, key?: string): JsonNode {
  const character = text.charAt(start);
  const kind =
    character === '{'
      ? 'object'
      : character === '['
        ? 'array'
        : character === '"'
          ? 'string'
          : /[-\d]/.test(character)
            ? 'number'
            : 'word';
  return { kind, key, start, end };
}

/** The members or elements of an object or array. */
export function createJsonChildren(text: string, parent: JsonNode): JsonChildren {
  const starts: number[] = [];
  const ends: number[] = [];
  /** Start and end of each key; of arrays none. */
  const keys: number[] = [];
  const isObject = parent.kind === 'object';
  let at = parent.start + 1;
  let depth = 0;
  let awaitsKey = isObject;
  let isDone = parent.kind !== 'object' && parent.kind !== 'array';

  function begin(start: number): void {
    if (depth === 0 && !awaitsKey) starts.push(start);
  }
  function finish(end: number): void {
    if (depth > 0) return;
    if (awaitsKey) return;
    if (ends.length < starts.length) ends.push(end);
  }

  function step(): void {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at, parent.end);
      if (depth === 0 && awaitsKey) keys.push(at, end);
      else {
        begin(at);
        finish(end);
      }
      at = end;
    } else if (OPENING.includes(code)) {
      begin(at);
      depth += 1;
      at += 1;
    } else if (CLOSING.includes(code)) {
      if (depth === 0) isDone = true;
      else depth -= 1;
      at += 1;
      if (!isDone) finish(at);
    } else if (code === COMMA) {
      if (depth === 0) awaitsKey = isObject;
      at += 1;
    } else if (code === COLON) {
      if (depth === 0) awaitsKey = false;
      at += 1;
    } else if (isSpace(code)) at += 1;
    else {
      const start = at;
      while (at < parent.end && !isDelimiter(text.charCodeAt(at))) at += 1;
      begin(start);
      finish(at);
    }
  }

  return {
    get count() {
      return starts.length;
    },
    at(index) {
      const start = starts[index];
      if (start === undefined) return undefined;
      const key = isObject ? text.slice(keys[2 * index] ?? 0, keys[2 * index + 1] ?? 0) : undefined;
      // Without an end it was cut.
      return jsonNodeAt(text, start, ends[index] ?? parent.end, key);
    },
    readOn(budget = BUDGET) {
      const until = at + budget;
      while (!isDone && at < parent.end && at < until) step();
      if (at >= parent.end) isDone = true;
      return isDone;
    },
  };
}

/** One past the closing quotation mark. */
function endOfString(text: string, start: number, end: number): number {
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || quote >= end) return end;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH && quote - 1 - slashes > start) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
function isDelimiter(code: number): boolean {
  return (
    isSpace(code) ||
    code === COMMA ||
    code === COLON ||
    code === QUOTE ||
    OPENING.includes(code) ||
    CLOSING.includes(code)
  );
}
