/** Where a text stops being JSON, and what must stand there instead. */
export interface JsonFault {
  readonly offset: number;
  /** A sentence that says what to do. */
  readonly message: string;
}

/** A place to look for: its names and list positions lead down the children. */
export interface SoughtPlace {
  readonly children: Map<string, SoughtPlace>;
  /** Of the name of a field, or of the first character of an element of a list. Undefined until it is found. */
  offset: number | undefined;
}

/** Deeper is no profile. */
const MOST_DEPTH = 60;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// A text up to its closing quote: no raw control characters, escapes as RFC 8259 section 7 has them.
// eslint-disable-next-line no-control-regex
const UNCLOSED_TEXT = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/**
 * Reads a text as JSON, in one pass, and notes where the sought places stand. Browsers word and place their own errors
 * each in another way, and some give no place at all.
 *
 * @returns undefined: it is JSON
 */
export function scanJson(text: string, sought?: SoughtPlace): JsonFault | undefined {
  let at = 0;
  let fault: JsonFault | undefined;

  function stop(message: string, offset = at): false {
    fault = { offset, message };
    return false;
  }
  function skipSpace(): void {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function value(place: SoughtPlace | undefined, depth: number): boolean {
    skipSpace();
    if (depth > MOST_DEPTH) return stop('This is nested too deeply for a profile: take the inner parts out.');
    const first = text.charAt(at);
    if (first === '{') return object(place, depth);
    if (first === '[') return list(place, depth);
    if (first === '"') return quoted() !== undefined;
    if (take(NUMBER) !== undefined || take(WORD) !== undefined) return true;
    return stop(valueFault(first));
  }

  function object(place: SoughtPlace | undefined, depth: number): boolean {
    at += 1;
    skipSpace();
    if (ends('}')) return true;
    for (;;) {
      skipSpace();
      const nameAt = at;
      if (text.charAt(at) !== '"') return stop(nameFault(text.charAt(at)));
      const name = quoted();
      if (name === undefined) return false;
      const child = place?.children.get(String(JSON.parse(name)));
      if (child !== undefined) child.offset = nameAt;
      skipSpace();
      if (!ends(':')) return stop('Put a colon here, between a name and its value.');
      if (!value(child, depth + 1)) return false;
      skipSpace();
      if (ends('}')) return true;
      if (!ends(',')) return stop(between('}'));
    }
  }

  function list(place: SoughtPlace | undefined, depth: number): boolean {
    at += 1;
    skipSpace();
    if (ends(']')) return true;
    for (let index = 0; ; index += 1) {
      skipSpace();
      const child = place?.children.get(String(index));
      if (child !== undefined) child.offset = at;
      if (text.charAt(at) === ']') return stop('Take out the comma before this bracket.');
      if (!value(child, depth + 1)) return false;
      skipSpace();
      if (ends(']')) return true;
      if (!ends(',')) return stop(between(']'));
    }
  }

  function ends(char: string): boolean {
    if (text.charAt(at) !== char) return false;
    at += 1;
    return true;
  }
  function between(end: string): string {
    return at >= text.length
      ? `The text ends too early: put ${end} here.`
      : `Put a comma or ${end} here, after the value before it.`;
  }
  /** A text with its quotes. */
  function quoted(): string | undefined {
    const start = at;
    take(UNCLOSED_TEXT);
    if (ends('"')) return text.slice(start, at);
    if (text.charAt(at) === '\\') stop('Write a backslash in a text as two: \\\\.');
    else if (at >= text.length) stop('Close this text with a double quote.', start);
    else stop('Close this text with a double quote on its line: a line break in it is written \\n.', start);
    return undefined;
  }

  if (value(sought, 0)) {
    skipSpace();
    if (at < text.length) stop('Take out what follows here: the profile has ended before it.');
  }
  return fault;
}

function valueFault(first: string): string {
  if (first === '') return 'The text ends too early: a value must stand here.';
  if (first === '/') return 'Take this comment out: JSON has none.';
  if (first === "'" || first === '“') return 'Put texts between double quotes: ".';
  return 'Put a value here: a text in double quotes, a number, true, false, null, a list or an object.';
}

function nameFault(first: string): string {
  if (first === '}') return 'Take out the comma before this bracket.';
  if (first === '') return 'The text ends too early: put } here.';
  if (first === '/') return 'Take this comment out: JSON has none.';
  return 'Put a name here, in double quotes.';
}
