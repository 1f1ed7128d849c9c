import { HAS_WORDS, IS_WORDS, MEASURE_FIELDS, NAME_FIELDS, type NameField } from './query';
import { quoteValue } from './print-query';
import { toQueryWords, type QueryWord } from './query-words';

/** What the capture holds, for values to suggest; the most frequent first. */
export type Vocabulary = Readonly<Record<NameField, readonly string[]>>;

export interface Suggestion {
  /** What the word at the caret becomes. */
  readonly label: string;
  readonly hint: string;
  /** The whole filter after it was taken. */
  readonly text: string;
  /** Where the caret stands then. */
  readonly caret: number;
}

const MOST = 12;
const FIELDS: readonly (readonly [label: string, hint: string])[] = [
  ['is:', `${Object.keys(IS_WORDS).slice(0, 3).join(', ')}, ...`],
  ['dir:', 'in or out'],
  ...Object.entries(NAME_FIELDS).map(([field, hint]) => [`${field}:`, hint] as const),
  ['has:', Object.keys(HAS_WORDS).join(', ')],
  ...Object.entries(MEASURE_FIELDS).map(([field, hint]) => [`${field}>`, hint] as const),
];
const VALUES: ReadonlyMap<string, readonly (readonly [value: string, hint: string])[]> = new Map([
  ['is', Object.entries(IS_WORDS)],
  ['has', Object.entries(HAS_WORDS)],
  [
    'dir',
    [
      ['in', 'From the server'],
      ['out', 'Sent by the page'],
    ],
  ],
]);

/** What the word at the caret may become. Empty: nothing is known that begins like it. */
export function suggest(text: string, caret: number, vocabulary: Vocabulary): readonly Suggestion[] {
  const word = wordAt(text, caret);
  const from = word?.from ?? caret;
  const to = word?.to ?? caret;
  const typed = text.slice(from, caret).toLowerCase();
  const toSuggestion = (label: string, hint: string): Suggestion => {
    // A finished word is followed by the next; a field waits for its value.
    const isFinished = !/[:>]$/.test(label);
    const after = text.slice(to).replace(/^\s/, '');
    const before = `${text.slice(0, from)}${label}${isFinished ? ' ' : ''}`;
    return { label, hint, text: `${before}${after}`, caret: before.length };
  };
  if (word?.kind !== 'field') {
    const fields = FIELDS.filter(([label]) => label.startsWith(typed));
    const values = typed === '' ? [] : namedLike(typed, vocabulary);
    return [...fields, ...values].slice(0, MOST).map(([label, hint]) => toSuggestion(label, hint));
  }
  const field = word.field.toLowerCase();
  const begun = text
    .slice(from + word.field.length + word.sign.length, caret)
    .replace(/^"/, '')
    .toLowerCase();
  const known = VALUES.get(field) ?? valuesOf(field, vocabulary);
  return known
    .filter(([value]) => value.toLowerCase().includes(begun))
    .sort(([a], [b]) => Number(startsLike(b, begun)) - Number(startsLike(a, begun)))
    .slice(0, MOST)
    .map(([value, hint]) => toSuggestion(`${field}:${quoteValue(value)}`, hint));
}

function startsLike(value: string, begun: string): boolean {
  return value.toLowerCase().startsWith(begun);
}

function valuesOf(field: string, vocabulary: Vocabulary): readonly (readonly [string, string])[] {
  return Object.entries(vocabulary).flatMap(([name, values]) =>
    name === field ? values.map((value) => [value, ''] as const) : [],
  );
}

/** A name that was seen, without the word that goes in front of it. */
function namedLike(typed: string, vocabulary: Vocabulary): readonly (readonly [string, string])[] {
  const words = [...(VALUES.get('is') ?? [])].map(([word, hint]) => [`is:${word}`, hint] as const);
  const events = vocabulary.event.map((name) => [`event:${quoteValue(name)}`, ''] as const);
  return [...words, ...events].filter(([label]) =>
    label
      .slice(label.indexOf(':') + 1)
      .toLowerCase()
      .startsWith(typed),
  );
}

/** The word that the caret is in or right behind; a sign or bracket is not completed. */
function wordAt(text: string, caret: number): Extract<QueryWord, { kind: 'text' | 'field' }> | undefined {
  for (const word of toQueryWords(text)) {
    if (word.from >= caret || word.to < caret) continue;
    if (word.kind === 'text' || word.kind === 'field') return word;
  }
  return undefined;
}
