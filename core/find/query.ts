/**
 * What a filter asks of a message. `parseQuery` makes it from what a person typed, `printQuery` writes it back.
 * A query says nothing of how it is answered: query-test.ts does.
 */
export type Query =
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | Term;

export type Term =
  /** Stands in the message's text, in capitals or not. */
  | { readonly kind: 'text'; readonly text: string }
  /** A regular expression as JavaScript reads it. */
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly kind: 'is'; readonly word: IsWord }
  | { readonly kind: 'has'; readonly word: HasWord }
  | { readonly kind: 'direction'; readonly direction: 'in' | 'out' }
  | { readonly kind: 'name'; readonly field: NameField; readonly value: string }
  | {
      readonly kind: 'measure';
      readonly field: MeasureField;
      readonly comparison: Comparison;
      /** Bytes or milliseconds. */
      readonly value: number;
    };

/** Every word that may follow `is:`, with what it asks. */
export const IS_WORDS = {
  error: 'One side tells of a failure',
  unreadable: 'It breaks the rules of its protocol',
  heartbeat: 'Pings, pongs and keep-alives',
  request: 'It asks for an answer',
  response: 'It answers',
  unanswered: 'It asks for an answer, and none has come',
  event: 'One side tells something',
  control: "The protocol's own business",
  end: 'One side ends the connection in words',
  data: 'Content that the protocol says nothing of',
  cut: 'Only its beginning was kept',
  pinned: 'You pinned it',
} as const satisfies Readonly<Record<string, string>>;
export type IsWord = keyof typeof IS_WORDS;

export const HAS_WORDS = {
  text: 'It was sent as text',
  binary: 'It was sent as bytes',
  json: 'Its text looks like JSON',
  answer: 'It was answered',
} as const satisfies Readonly<Record<string, string>>;
export type HasWord = keyof typeof HAS_WORDS;

export const NAME_FIELDS = {
  event: "The packet's name; * stands for anything",
  code: "A failure's code, or the close code or HTTP status of the connection",
  conversation: "The beginning of the conversation's id",
  protocol: 'The protocol, such as socket-io',
  url: "A part of the connection's address",
} as const satisfies Readonly<Record<string, string>>;
export type NameField = keyof typeof NAME_FIELDS;

export const MEASURE_FIELDS = {
  size: 'Size on the wire, such as size>1M',
  latency: 'Time until the answer, such as latency>200ms',
} as const satisfies Readonly<Record<string, string>>;
export type MeasureField = keyof typeof MEASURE_FIELDS;

export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** What an empty filter asks: nothing. */
export const EVERYTHING: Query = { kind: 'all', of: [] };

export function isEverything(query: Query): boolean {
  return query.kind === 'all' && query.of.length === 0;
}

/** Every term of a query, whatever stands around it. */
export function* termsOf(query: Query): Generator<Term> {
  switch (query.kind) {
    case 'all':
    case 'any':
      for (const part of query.of) yield* termsOf(part);
      return;
    case 'not':
      yield* termsOf(query.of);
      return;
    case 'text':
    case 'pattern':
    case 'is':
    case 'has':
    case 'direction':
    case 'name':
    case 'measure':
      yield query;
      return;
  }
}

export function isIsWord(word: string): word is IsWord {
  return Object.hasOwn(IS_WORDS, word);
}
export function isHasWord(word: string): word is HasWord {
  return Object.hasOwn(HAS_WORDS, word);
}
export function isNameField(word: string): word is NameField {
  return Object.hasOwn(NAME_FIELDS, word);
}
export function isMeasureField(word: string): word is MeasureField {
  return Object.hasOwn(MEASURE_FIELDS, word);
}
