import { nearestWord } from './nearest-word';
import { MEASURE_EXAMPLES, readMeasure } from './measure';
import {
  EVERYTHING,
  HAS_WORDS,
  IS_WORDS,
  isHasWord,
  isIsWord,
  isMeasureField,
  isNameField,
  MEASURE_FIELDS,
  NAME_FIELDS,
  type Comparison,
  type Query,
  type Term,
} from './query';
import { toQueryWords, type Place, type QueryWord } from './query-words';

/** What is wrong with a filter, and where. */
export interface QueryProblem extends Place {
  /** One sentence for the person who typed it. */
  readonly problem: string;
}

export type ParsedQuery =
  { readonly ok: true; readonly query: Query } | ({ readonly ok: false } & QueryProblem);

/** Longer than anybody types; what is pasted by mistake is refused and not read. */
export const QUERY_LIMIT = 2_000;
const DEPTH_LIMIT = 50;

const FIELD_NAMES = ['is', 'has', 'dir', ...Object.keys(NAME_FIELDS), ...Object.keys(MEASURE_FIELDS)];
/** What else people call them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['direction', 'dir'],
  ['type', 'event'],
  ['name', 'event'],
  ['proto', 'protocol'],
  ['conv', 'conversation'],
  ['length', 'size'],
]);
const DIRECTIONS: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['in', 'in'],
  ['received', 'in'],
  ['down', 'in'],
  ['out', 'out'],
  ['sent', 'out'],
  ['up', 'out'],
]);

/** Thrown and caught in this file alone: a parser that recurses has no better way out. */
class Stop extends Error {
  readonly found: QueryProblem;

  constructor(found: QueryProblem) {
    super(found.problem);
    this.found = found;
  }
}

/** Reads a filter as a person types it. Never throws. */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > QUERY_LIMIT) {
    const problem = `A filter has at most ${QUERY_LIMIT.toLocaleString('en')} characters.`;
    return { ok: false, problem, from: QUERY_LIMIT, to: text.length };
  }
  const words = toQueryWords(text);
  let at = 0;

  function readAny(depth: number): Query {
    const parts = [readAll(depth)];
    for (let word = words[at]; word?.kind === 'or'; word = words[at]) {
      at += 1;
      if (isEnd(words[at])) throw stop('OR needs something on both sides.', word);
      parts.push(readAll(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'any', of: parts };
  }

  function readAll(depth: number): Query {
    const parts: Query[] = [];
    for (let word = words[at]; !isEnd(word); word = words[at]) {
      if (word.kind === 'or') {
        if (parts.length === 0) throw stop('OR needs something on both sides.', word);
        break;
      }
      at += 1;
      if (word.kind === 'and') {
        const next = words[at];
        if (parts.length === 0 || isEnd(next) || next.kind === 'or' || next.kind === 'and')
          throw stop('AND needs something on both sides.', word);
        continue;
      }
      parts.push(readOne(word, depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts };
  }

  function readOne(word: QueryWord, depth: number): Query {
    if (depth > DEPTH_LIMIT) throw stop('Too many brackets or minus signs inside each other.', word);
    switch (word.kind) {
      case 'open': {
        const inner = readAny(depth + 1);
        if (words[at]?.kind !== 'close') throw stop('This bracket is not closed.', word);
        at += 1;
        return inner;
      }
      case 'not': {
        const next = words[at];
        if (isEnd(next) || next.kind === 'or' || next.kind === 'and')
          throw stop('A minus sign needs something behind it.', word);
        at += 1;
        return { kind: 'not', of: readOne(next, depth + 1) };
      }
      case 'unclosed':
        throw stop('This quotation mark is not closed.', word);
      case 'close':
        throw stop('This bracket closes nothing.', word);
      case 'or':
      case 'and':
        throw stop(`${word.kind.toUpperCase()} needs something on both sides.`, word);
      case 'text':
        return { kind: 'text', text: word.text };
      case 'pattern':
        return readPattern(word);
      case 'field':
        return readField(word, text);
    }
  }

  try {
    const query = words.length === 0 ? EVERYTHING : readAny(0);
    const rest = words[at];
    if (rest !== undefined) throw stop('This bracket closes nothing.', rest);
    return { ok: true, query };
  } catch (problem) {
    if (problem instanceof Stop) return { ok: false, ...problem.found };
    throw problem;
  }
}

function isEnd(word: QueryWord | undefined): word is undefined | (QueryWord & { kind: 'close' }) {
  return word === undefined || word.kind === 'close';
}

function stop(problem: string, { from, to }: Place): Stop {
  return new Stop({ problem, from, to });
}

function readPattern(word: Extract<QueryWord, { kind: 'pattern' }>): Term {
  const { source, flags } = word;
  try {
    new RegExp(source, flags);
  } catch (problem) {
    const [, why = 'it cannot be read'] = /: ([^:]+)$/.exec(String(problem)) ?? [];
    throw stop(`This regular expression is not valid: ${why}.`, word);
  }
  return { kind: 'pattern', source, flags };
}

function readField(word: Extract<QueryWord, { kind: 'field' }>, typed: string): Term {
  const { sign, value, from, to } = word;
  const written = word.field.toLowerCase();
  const field = ALIASES.get(written) ?? written;
  if (isMeasureField(field)) {
    const measured = readMeasure(field, value);
    if (measured === undefined)
      throw stop(`${field} needs a number, such as ${MEASURE_EXAMPLES[field]}.`, word);
    return { kind: 'measure', field, comparison: toComparison(sign), value: measured };
  }
  const isKnown = FIELD_NAMES.includes(field);
  if (!isKnown || sign !== ':') {
    const near = isKnown || !sign.startsWith(':') ? undefined : nearestWord(field, FIELD_NAMES);
    // Times, addresses and JSON have colons too: only what looks like a slip of the finger is one.
    if (near !== undefined) throw stop(`There is no filter "${word.field}". Did you mean ${near}:?`, word);
    return { kind: 'text', text: typed.slice(from, to) };
  }
  const wanted = value.toLowerCase();
  if (wanted === '') throw stop(`${field}: needs a word behind it.`, word);
  switch (field) {
    case 'is':
      if (isIsWord(wanted)) return { kind: 'is', word: wanted };
      throw unknownWord('is', value, Object.keys(IS_WORDS), word);
    case 'has':
      if (isHasWord(wanted)) return { kind: 'has', word: wanted };
      throw unknownWord('has', value, Object.keys(HAS_WORDS), word);
    case 'dir': {
      const direction = DIRECTIONS.get(wanted);
      if (direction === undefined) throw unknownWord('dir', value, ['in', 'out'], word);
      return { kind: 'direction', direction };
    }
    default:
      if (isNameField(field)) return { kind: 'name', field, value };
      throw new Error(`No case for the field ${field}`);
  }
}

function unknownWord(field: string, value: string, known: readonly string[], place: Place): Stop {
  const near = nearestWord(value.toLowerCase(), known);
  const hint = near === undefined ? `Use one of ${known.join(', ')}` : `Did you mean ${field}:${near}?`;
  return stop(`There is no ${field}:${value}. ${hint}${near === undefined ? '.' : ''}`, place);
}

function toComparison(sign: string): Comparison {
  switch (sign.replace(':', '')) {
    case '<':
      return '<';
    case '<=':
      return '<=';
    case '>':
      return '>';
    case '>=':
      return '>=';
    default:
      return '=';
  }
}
