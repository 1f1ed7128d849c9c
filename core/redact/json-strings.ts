/** Where a string or a number stands in JSON. */
export interface JsonPlace {
  /** The member's own name, or that of the list that it is in. */
  readonly key: string | undefined;
  /** Names from the outside in, at most the last three: `auth.token`. Asked for only where something was found. */
  readonly path: () => string;
  /** The nearest name around it, from the inside out, that was judged to be a secret's. */
  readonly secretKey: string | undefined;
}

export interface JsonVisitor {
  isSecretName(name: string): boolean;
  /** A string's content, unescaped. Returns what stands in its place. */
  onString(content: string, place: JsonPlace): string;
  /** A number as it is written. Returns text to write as a string instead, or undefined. */
  onNumber(number: string, place: JsonPlace): string | undefined;
  /** What stands between strings. */
  onOutside(text: string): string;
}

interface Frame {
  key: string | undefined;
  readonly parent: Frame | undefined;
  readonly secretKey: string | undefined;
  readonly isList: boolean;
  /** The last string in a list, or the value of `name` in an object: HAR and header lists name their values so. */
  label: string | undefined;
}

/**
 * Rewrites the strings and numbers of JSON, in JSON as it is found on the wire: after a protocol's prefix, several in a
 * row, cut off in the middle, or no JSON at all. It parses nothing, so numbers, white space and doubled members stay as
 * they were written; it needs no stack of its own, so depth costs nothing.
 *
 * @returns `isPlausible` is false where quotes stand in places where JSON has none: strings may have been mistaken
 */
export function mapJsonStrings(
  text: string,
  visitor: JsonVisitor,
): { readonly text: string; readonly isPlausible: boolean } {
  let depth = 0;
  let frame = outermost();
  let out = '';
  let isPlausible = true;
  /** Between strings stands more than JSON's own signs, numbers, `true`, `false` and `null`. */
  let hasWords = false;
  let letters = 0;
  let outsideStart = 0;
  let index = 0;

  function place(): JsonPlace {
    const { key, secretKey, label, isList } = frame;
    const names = namesOf(frame);
    // In `["X-Api-Key", "abc"]` and `{"name": "X-Api-Key", "value": "abc"}` a value is named by its neighbour.
    const byLabel = label !== undefined && (isList || key === 'value') && visitor.isSecretName(label);
    const ownSecret = key !== undefined && !isList && visitor.isSecretName(key) ? key : undefined;
    return {
      key: byLabel ? label : key,
      path: names,
      secretKey: ownSecret ?? (byLabel ? label : secretKey),
    };
  }
  function flushOutside(end: number): void {
    if (end > outsideStart) {
      const outside = text.slice(outsideStart, end);
      out += hasWords ? visitor.onOutside(outside) : outside;
    }
    hasWords = false;
    letters = 0;
  }

  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const logfmtKey = text.charCodeAt(index - 1) === EQUALS ? keyBefore(text, index - 1) : undefined;
      if (logfmtKey === undefined && !canStartString(text, index)) isPlausible = false;
      const end = endOfString(text, index + 1);
      const raw = text.slice(index + 1, end);
      const unescaped = unescape(raw);
      const content = unescaped ?? raw;
      const write = (mapped: string) =>
        unescaped === undefined ? mapped : JSON.stringify(mapped).slice(1, -1);
      const isKey = end < text.length && nextIs(text, end + 1, COLON) && !frame.isList;
      if (isKey) {
        frame.key = content;
        index = end + 1;
        if (content.length < LONG_KEY) continue;
        // Whoever uses tokens as names gives them away too.
        flushOutside(end - raw.length - 1);
        const mapped = visitor.onString(content, {
          key: undefined,
          path: namesOf(frame),
          secretKey: undefined,
        });
        out += `"${mapped === content ? raw : write(mapped)}"`;
        outsideStart = index;
        continue;
      }
      flushOutside(index);
      if (logfmtKey !== undefined) frame.key = logfmtKey;
      const mapped = visitor.onString(content, logfmtKey === undefined ? place() : named(logfmtKey, visitor));
      out += `"${mapped === content ? raw : write(mapped)}${end < text.length ? '"' : ''}`;
      if (frame.isList) frame.label = content.length <= 100 ? content : undefined;
      else if (frame.key === 'name' || frame.key === 'key') frame.label = content.slice(0, 200);
      index = outsideStart = Math.min(end + 1, text.length);
      continue;
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const { secretKey } = place();
      depth += 1;
      frame = {
        key: code === OPEN_BRACKET ? frame.key : undefined,
        parent: frame,
        secretKey,
        isList: code === OPEN_BRACKET,
        label: undefined,
      };
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth = Math.max(0, depth - 1);
      frame = frame.parent ?? outermost();
      if (frame.isList) frame.label = undefined;
    } else if (isDigitOrMinus(code) && !isWordCode(text.charCodeAt(index - 1))) {
      const end = endOfNumber(text, index);
      const current = place();
      const mapped =
        current.secretKey === undefined ? undefined : visitor.onNumber(text.slice(index, end), current);
      if (mapped !== undefined) {
        flushOutside(index);
        out += JSON.stringify(mapped);
        outsideStart = end;
      }
      index = end;
      continue;
    } else if (isWordCode(code)) {
      letters += 1;
      if (letters > 5) hasWords = true;
    } else if (code !== COMMA && code !== COLON && !isSpace(code)) hasWords = true;
    else letters = 0;
    index += 1;
  }
  flushOutside(text.length);
  return { text: out, isPlausible: isPlausible && depth === 0 };
}

const QUOTE = 0x22;
const EQUALS = 0x3d;
const COLON = 0x3a;
const COMMA = 0x2c;
/** The shortest token that its shape gives away. */
const LONG_KEY = 16;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

function named(key: string, visitor: JsonVisitor): JsonPlace {
  return { key, path: () => key, secretKey: visitor.isSecretName(key) ? key : undefined };
}

function outermost(): Frame {
  return { key: undefined, parent: undefined, secretKey: undefined, isList: true, label: undefined };
}

/** The frame's key may have changed when it is asked, so the key is taken now and the rest later. */
function namesOf(frame: Frame): () => string {
  const { key, isList, parent } = frame;
  return () => {
    const names = isList || key === undefined ? [] : [key];
    for (let outer = parent; outer !== undefined && names.length < 3; outer = outer.parent)
      if (!outer.isList && outer.key !== undefined) names.unshift(outer.key);
    return names.map((name) => name.slice(0, 60)).join('.');
  };
}

/** The place of the closing quote, or the text's end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (end - 1 - slashes >= start && text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** Undefined: these are no JSON escapes. Then the string is read, and written, as it stands. */
function unescape(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    // Cut in an escape, or no JSON at all.
    return undefined;
  }
}

function nextIs(text: string, start: number, code: number): boolean {
  let index = start;
  while (index < start + 64 && isSpace(text.charCodeAt(index))) index += 1;
  return text.charCodeAt(index) === code;
}

/** JSON has strings after `{`, `[`, `,`, `:` and at its beginning; protocols put a prefix before that. */
function canStartString(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && before > index - 64 && isSpace(text.charCodeAt(before))) before -= 1;
  return before < 0 || '{[,:'.includes(text.charAt(before));
}

function keyBefore(text: string, equals: number): string | undefined {
  return /[\w.-]{1,60}$/.exec(text.slice(Math.max(0, equals - 61), equals))?.[0];
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && /[\d.eE+-]/.test(text.charAt(end))) end += 1;
  return end;
}
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
function isDigitOrMinus(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45;
}
function isWordCode(code: number): boolean {
  return isDigitOrMinus(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}
