/** One word of a filter as it was typed, with its place in the text. */
export type QueryWord =
  | ({ readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' } & Place)
  /** A quoted text, or a word without a field. */
  | ({ readonly kind: 'text'; readonly text: string } & Place)
  | ({ readonly kind: 'pattern'; readonly source: string; readonly flags: string } & Place)
  /** `field` and what follows its sign. */
  | ({
      readonly kind: 'field';
      readonly field: string;
      readonly sign: string;
      readonly value: string;
    } & Place)
  | ({ readonly kind: 'unclosed' } & Place);

/** Places in the text that was typed, in UTF-16 units. */
export interface Place {
  readonly from: number;
  /** One past its last character. */
  readonly to: number;
}

const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
/** Ends at the first `/` that is neither escaped nor in a class, and only flags and an end may follow it. */
const PATTERN = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([imsu]*)(?=[\s)]|$)/y;
const FIELD = /([A-Za-z]+)(:(?:[<>]=?|=)?|[<>]=?|=)/y;

/** Splits what was typed. Never throws, and takes time in proportion to the text. */
export function toQueryWords(text: string): readonly QueryWord[] {
  const words: QueryWord[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const word = readWord(text, at, depth);
    if (word.kind === 'open') depth += 1;
    if (word.kind === 'close') depth = Math.max(0, depth - 1);
    words.push(word);
    at = word.to;
  }
  return words;
}

function readWord(text: string, from: number, depth: number): QueryWord {
  const character = text.charAt(from);
  if (character === '(') return { kind: 'open', from, to: from + 1 };
  if (character === ')') return { kind: 'close', from, to: from + 1 };
  if (character === '|') return { kind: 'or', from, to: from + 1 };
  if (character === '-' && /[^\s)]/.test(text.charAt(from + 1))) return { kind: 'not', from, to: from + 1 };
  if (character === '"') {
    const quoted = matchAt(QUOTED, text, from);
    if (quoted === undefined) return { kind: 'unclosed', from, to: text.length };
    return { kind: 'text', text: unescape(quoted[1] ?? ''), from, to: from + quoted[0].length };
  }
  if (character === '/') {
    const pattern = matchAt(PATTERN, text, from);
    if (pattern !== undefined) {
      const [all, source = '', flags = ''] = pattern;
      return { kind: 'pattern', source, flags, from, to: from + all.length };
    }
  }
  return readField(text, from, depth) ?? readPlain(text, from, depth);
}

function readField(text: string, from: number, depth: number): QueryWord | undefined {
  const match = matchAt(FIELD, text, from);
  if (match === undefined) return undefined;
  const [all, field = '', sign = ''] = match;
  const start = from + all.length;
  if (text.charAt(start) !== '"') {
    const to = endOfPlain(text, start, depth);
    return { kind: 'field', field, sign, value: text.slice(start, to), from, to };
  }
  const quoted = matchAt(QUOTED, text, start);
  if (quoted === undefined) return { kind: 'unclosed', from: start, to: text.length };
  const to = start + quoted[0].length;
  return { kind: 'field', field, sign, value: unescape(quoted[1] ?? ''), from, to };
}

function readPlain(text: string, from: number, depth: number): QueryWord {
  const to = Math.max(from + 1, endOfPlain(text, from, depth));
  const word = text.slice(from, to);
  switch (word) {
    case 'OR':
      return { kind: 'or', from, to };
    case 'AND':
      return { kind: 'and', from, to };
    case 'NOT':
      return { kind: 'not', from, to };
    default:
      return { kind: 'text', text: word, from, to };
  }
}

/** A word ends at white space, and at a `)` that closes a group and not a bracket of its own: `call(x)` is one word. */
function endOfPlain(text: string, from: number, depth: number): number {
  let own = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/\s/.test(character)) return at;
    if (character === '(') own += 1;
    else if (character === ')') {
      if (own === 0 && depth > 0) return at;
      own = Math.max(0, own - 1);
    }
  }
  return text.length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Within quotation marks, a backslash takes the character behind it as it is. */
function unescape(quoted: string): string {
  return quoted.replace(/\\([^])/g, '$1');
}
