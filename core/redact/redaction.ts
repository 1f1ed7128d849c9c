import type { LiteralHunter } from './literal-hunter';
import type { SecretBook } from './secret-book';
import { isEmptyValue, type SecretKind, type SecretNames } from './secret-name';

/** Where a text stands, in words for the preview, and what its name says of it. */
export interface TextPlace {
  readonly where: string;
  /** The text is the value of an id: by its looks alone it is no key. */
  readonly isId?: boolean;
}

/** What the parts of redaction share while they go over one capture. */
export interface Redaction {
  readonly names: SecretNames;
  readonly book: SecretBook;
  /** Texts to correlate by: conversation ids in all their spellings. */
  readonly ids: ReadonlySet<string>;
  /** `redactText`, for what is found encoded inside another text. */
  readonly inside: (text: string, place: TextPlace, level: number, context: Redaction) => string;
  /** Undefined while secrets are only collected. */
  readonly hunter: LiteralHunter | undefined;
  /** Counts one more place of a secret, and says what stands there from now on. */
  write(pseudonym: string, where: string): string;
  /** The user said that it may leave. */
  isKept(pseudonym: string): boolean;
}

/** Replaces what is known to be a secret, wherever it stands. */
export function hunt(text: string, place: TextPlace, context: Redaction): string {
  if (context.hunter === undefined) return text;
  return context.hunter.replace(text, (pseudonym) =>
    context.isKept(pseudonym) ? undefined : context.write(pseudonym, place.where),
  );
}

/** The name that stands for this value, or the value where it is none. */
export function takeOut(value: string, kind: SecretKind, where: string, context: Redaction): string {
  if (isEmptyValue(value) || context.book.isPseudonym(value)) return value;
  const pseudonym = context.book.nameOf(value, kind);
  return context.isKept(pseudonym) ? value : context.write(pseudonym, where);
}

/** `Bearer abc`: the scheme stays, and the credential has the same name as where it stands alone. */
export function takeCredential(value: string, kind: SecretKind, where: string, context: Redaction): string {
  const scheme = /^(bearer|basic|token|digest|negotiate|apikey|aws4-hmac-sha256)[ \t]{1,4}(?=\S)/i.exec(
    value,
  );
  const prefix = scheme?.[0] ?? '';
  return prefix + takeOut(value.slice(prefix.length), kind, where, context);
}
