import type { Language } from '../core/settings/language';
import { en } from './en';
import type { Message, PlaceholdersOf } from './message';
import { zhCn } from './zh-cn';

type Catalogue = typeof en;
export type TextKey = keyof Catalogue;
/** Texts that need no values. */
export type PlainTextKey = {
  [Key in TextKey]: [PlaceholdersOf<Catalogue[Key]>] extends [never] ? Key : never;
}[TextKey];

/** A number is an amount, and is written as the language does; what is not counted (a close code) goes in as text. */
type ValueFor<Name> = Name extends 'count' ? number : string | number;
export type ValuesOf<Key extends TextKey> = {
  readonly [Name in PlaceholdersOf<Catalogue[Key]>]: ValueFor<Name>;
};

/** A piece of a text: as it stands, or the place of a value. */
export type TextPart =
  { readonly kind: 'words'; readonly words: string } | { readonly kind: 'value'; readonly name: string };

const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, Message>>>> = { en, 'zh-CN': zhCn };

interface Spoken {
  readonly language: Language;
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
}

/** One document speaks one language, so it is not handed through every component and every function. */
let spoken = speak('en');
const listeners = new Set<() => void>();

function speak(language: Language): Spoken {
  return {
    language,
    numbers: new Intl.NumberFormat(language),
    plurals: new Intl.PluralRules(language),
  };
}

export function currentLanguage(): Language {
  return spoken.language;
}

export function setLanguage(language: Language): void {
  if (language === spoken.language) return;
  spoken = speak(language);
  for (const listener of listeners) listener();
}

/** Tells of each change. Returns how to stop. */
export function onLanguageChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text for people in the language of the document. Values are put in as they are: what a page wrote stays text. */
export function text<Key extends TextKey>(
  key: Key,
  ...[values]: [PlaceholdersOf<Catalogue[Key]>] extends [never] ? [] : [ValuesOf<Key>]
): string {
  const given: Readonly<Record<string, string | number>> = values ?? {};
  return textParts(key, given['count'])
    .map((part) => (part.kind === 'words' ? part.words : written(given[part.name] ?? '')))
    .join('');
}

/** The same in pieces, for where a value is an element and not a string. */
export function textParts(key: TextKey, count?: unknown): readonly TextPart[] {
  return templateOf(CATALOGUES[spoken.language][key], count)
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
      return name === undefined ? { kind: 'words', words: part } : { kind: 'value', name };
    });
}

function templateOf(message: Message, count: unknown): string {
  if (typeof message === 'string') return message;
  return (typeof count === 'number' ? message[spoken.plurals.select(count)] : undefined) ?? message.other;
}

function written(value: string | number): string {
  return typeof value === 'number' ? spoken.numbers.format(value) : value;
}

/** An amount as the language writes it: `1,204`. */
export function formatNumber(value: number): string {
  return spoken.numbers.format(value);
}
