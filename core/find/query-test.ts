import type { MessageEventRecord } from '../capture/event';
import type { Decoding } from '../protocols/protocol';
import { FACT, NAME_SEPARATOR, namesOf, type MessageFacts } from './message-facts';
import { requiredLiteral } from './required-literal';
import type { Comparison, HasWord, IsWord, NameField, Query } from './query';

/** The connection whose messages are asked about, with what is known of each of them. */
export interface AskedConnection {
  readonly protocolId: string;
  readonly protocolName: string;
  readonly conversationId: string | undefined;
  readonly url: string;
  /** The close code and the HTTP status of the handshake, where they are known. */
  readonly codes: readonly string[];
  readonly facts: Pick<MessageFacts, 'factsAt' | 'kindIdAt' | 'kinds' | 'codesAt'>;
  /** Reads a message anew; undefined: it has not been read yet. */
  decodingAt(index: number): Decoding | undefined;
  /** What became of the call that the message makes; undefined: it makes none. */
  callAt(index: number): { readonly latencyMs: number | undefined } | undefined;
  isPinned(message: MessageEventRecord): boolean;
}

/** Whether the message at this place of the connection is what the query asks for. */
export type QueryTest = (message: MessageEventRecord, index: number) => boolean;

/** Answers a regular expression: patterns that a person typed may take for ever, so somebody else runs them. */
export type PatternTest = (pattern: { readonly source: string; readonly flags: string }) => QueryTest;

const ALWAYS: QueryTest = () => true;
const NEVER: QueryTest = () => false;

/**
 * Makes a test of a query for the messages of one connection. What the connection alone decides is decided here, once.
 * Takes no longer than the message is long.
 */
export function toQueryTest(query: Query, asked: AskedConnection, patterns: PatternTest): QueryTest {
  switch (query.kind) {
    case 'all':
      return toAll(query.of.map((part) => toQueryTest(part, asked, patterns)));
    case 'any':
      return toAny(query.of.map((part) => toQueryTest(part, asked, patterns)));
    case 'not': {
      const test = toQueryTest(query.of, asked, patterns);
      if (test === ALWAYS) return NEVER;
      if (test === NEVER) return ALWAYS;
      return (message, index) => !test(message, index);
    }
    case 'text':
      return toTextTest(query.text, asked);
    case 'pattern':
      return patterns(query);
    case 'is':
      return toIsTest(query.word, asked);
    case 'has':
      return toHasTest(query.word, asked);
    case 'direction':
      return ({ direction }) => direction === query.direction;
    case 'name':
      return toNameTest(query.field, query.value, asked);
    case 'measure': {
      const { field, comparison, value } = query;
      if (field === 'size') return ({ sizeBytes }) => compare(sizeBytes, comparison, value);
      return (_message, index) => {
        const latencyMs = asked.callAt(index)?.latencyMs;
        return latencyMs !== undefined && compare(latencyMs, comparison, value);
      };
    }
  }
}

/**
 * True where the answer needs no regular expression, or where it may still be yes with one: what is false here is not
 * worth running a pattern for.
 */
export function toPossibleTest(query: Query, asked: AskedConnection): QueryTest {
  return toQueryTest(withoutPatterns(query, true), asked, () => ALWAYS);
}

/** Each pattern becomes what lets most through: what it cannot do without, and under a `not`, nothing. */
function withoutPatterns(query: Query, letThrough: boolean): Query {
  switch (query.kind) {
    case 'all':
    case 'any':
      return { kind: query.kind, of: query.of.map((part) => withoutPatterns(part, letThrough)) };
    case 'not':
      return { kind: 'not', of: withoutPatterns(query.of, !letThrough) };
    case 'pattern': {
      if (!letThrough) return { kind: 'any', of: [] };
      const literal = requiredLiteral(query);
      return literal === undefined ? { kind: 'all', of: [] } : { kind: 'text', text: literal };
    }
    case 'text':
    case 'is':
    case 'has':
    case 'direction':
    case 'name':
    case 'measure':
      return query;
  }
}

function toAll(tests: readonly QueryTest[]): QueryTest {
  const left = tests.filter((test) => test !== ALWAYS);
  const [first, second] = left;
  if (first === undefined) return ALWAYS;
  if (left.includes(NEVER)) return NEVER;
  if (second === undefined) return first;
  if (left.length === 2) return (message, index) => first(message, index) && second(message, index);
  return (message, index) => left.every((test) => test(message, index));
}

function toAny(tests: readonly QueryTest[]): QueryTest {
  const left = tests.filter((test) => test !== NEVER);
  const [first, second] = left;
  if (first === undefined) return NEVER;
  if (left.includes(ALWAYS)) return ALWAYS;
  if (second === undefined) return first;
  return (message, index) => left.some((test) => test(message, index));
}

/** A literal without regard to case: as fast as `includes`, and nothing needs to be kept in lower case. */
function toTextTest(text: string, asked: AskedConnection): QueryTest {
  if (text === '') return ALWAYS;
  const literal = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'i');
  return (message, index) => {
    const { text: body } = message;
    // A million times: without the closure that only binary messages need.
    if (body !== undefined) return literal.test(body);
    return literal.test(searchedText(message, () => asked.decodingAt(index)));
  };
}

/** What text is looked for in: the message's own, and of binary ones what their packets say. */
export function searchedText(message: MessageEventRecord, decode: () => Decoding | undefined): string {
  if (message.text !== undefined) return message.text;
  const decoding = decode();
  if (decoding === undefined || typeof decoding === 'string') return '';
  return decoding.map(({ summary }) => summary).join(NAME_SEPARATOR);
}

function toIsTest(word: IsWord, asked: AskedConnection): QueryTest {
  const { facts } = asked;
  if (word === 'cut') return ({ isCut }) => isCut === true;
  if (word === 'pinned') return (message) => asked.isPinned(message);
  if (word === 'unanswered') {
    return (_message, index) => {
      const call = asked.callAt(index);
      return call !== undefined && call.latencyMs === undefined;
    };
  }
  const bit = FACT[word];
  return (_message, index) => (facts.factsAt(index) & bit) !== 0;
}

function toHasTest(word: HasWord, asked: AskedConnection): QueryTest {
  switch (word) {
    case 'text':
    case 'binary':
      return ({ format }) => format === word;
    case 'json':
      // Engine.IO and SockJS put a few characters in front of theirs.
      return ({ text }) => text !== undefined && /^[^[{"]{0,12}[[{]/.test(text);
    case 'answer':
      return (_message, index) => asked.callAt(index)?.latencyMs !== undefined;
  }
}

function toNameTest(field: NameField, value: string, asked: AskedConnection): QueryTest {
  const wanted = value.toLowerCase();
  switch (field) {
    case 'protocol':
      return asked.protocolId.startsWith(wanted) || asked.protocolName.toLowerCase().includes(wanted)
        ? ALWAYS
        : NEVER;
    case 'conversation':
      return asked.conversationId?.toLowerCase().startsWith(wanted.replaceAll('-', '')) === true ||
        asked.conversationId?.toLowerCase().startsWith(wanted) === true
        ? ALWAYS
        : NEVER;
    case 'url':
      return asked.url.toLowerCase().includes(wanted) ? ALWAYS : NEVER;
    case 'code':
      if (asked.codes.includes(value)) return ALWAYS;
      return (_message, index) => asked.facts.codesAt(index).some((code) => code.toLowerCase() === wanted);
    case 'event':
      return toEventTest(wanted, asked);
  }
}

/** Kinds are few and messages many: each kind is looked at once. */
function toEventTest(wanted: string, asked: AskedConnection): QueryTest {
  const { facts } = asked;
  const isWanted = toWildcardTest(wanted);
  const answers: boolean[] = [];
  return (_message, index) => {
    const id = facts.kindIdAt(index);
    const names = facts.kinds[id]?.names;
    if (names !== undefined) return (answers[id] ??= isWanted(names));
    const decoding = asked.decodingAt(index);
    return decoding !== undefined && isWanted(namesOf(decoding));
  };
}

/** A star stands for any characters. By parts and not by a regular expression: many stars make those slow. */
function toWildcardTest(wanted: string): (names: string) => boolean {
  const [start = '', ...others] = wanted.split('*');
  const end = others.pop();
  return (names) =>
    names
      .toLowerCase()
      .split(NAME_SEPARATOR)
      .some((name) => {
        if (end === undefined) return name === wanted;
        if (!name.startsWith(start) || !name.endsWith(end)) return false;
        let at = start.length;
        for (const part of others) {
          const found = name.indexOf(part, at);
          if (found === -1) return false;
          at = found + part.length;
        }
        return at + end.length <= name.length;
      });
}

function compare(measured: number, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case '<':
      return measured < value;
    case '<=':
      return measured <= value;
    case '>':
      return measured > value;
    case '>=':
      return measured >= value;
    case '=':
      return measured === value;
  }
}
