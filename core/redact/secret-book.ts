import { toBase64 } from '../bundle/base64';
import { createLiteralHunter, type LiteralHunter } from './literal-hunter';
import type { SecretKind } from './secret-name';

/** One secret that was found, under the name that stands in its place. */
export interface Secret {
  readonly pseudonym: string;
  readonly kind: SecretKind;
  /** The secret itself: for the user's eyes, before an export. It goes into no file. */
  readonly value: string;
}

/** All secrets of one capture. The same value has one name wherever it stands, and in whatever form. */
export interface SecretBook {
  /** The name of a secret, new or known. Its kind is the one under which it was found first. */
  nameOf(value: string, kind: SecretKind): string;
  /** This is a name that stands for a secret, here or in the recording that was opened. */
  isPseudonym(text: string): boolean;
  readonly secrets: () => readonly Secret[];
  /** Finds what is known in texts that nothing else marks, in the forms that a text is usually written in. */
  hunter(): LiteralHunter;
}

/**
 * @param known pseudonyms that the recording came with: they are nobody's secrets, and no new one takes their name
 * @param isTaken this text stands in the capture already, by chance
 */
export function createSecretBook(
  known: ReadonlySet<string>,
  isTaken: (pseudonym: string) => boolean,
): SecretBook {
  const byValue = new Map<string, Secret>();
  const names = new Set<string>(known);
  const counts = new Map<SecretKind, number>();

  function newName(kind: SecretKind): string {
    for (let count = (counts.get(kind) ?? 0) + 1; ; count += 1) {
      const name = `${kind}-${count}`;
      if (names.has(name) || isTaken(name)) continue;
      counts.set(kind, count);
      names.add(name);
      return name;
    }
  }

  return {
    nameOf(value, kind) {
      let secret = byValue.get(value);
      if (secret === undefined) {
        secret = { pseudonym: newName(kind), kind, value };
        byValue.set(value, secret);
      }
      return secret.pseudonym;
    },
    isPseudonym: (text) => names.has(text),
    secrets: () => [...new Set(byValue.values())],
    hunter() {
      const hunter = createLiteralHunter();
      const withForms = byValue.size <= MOST_WITH_FORMS;
      // What was taken for a secret of its own may be another one in another form: the hex digits of a token.
      if (withForms)
        for (const secret of [...byValue.values()])
          if (isHuntable(secret.value))
            for (const form of formsOf(secret.value)) if (byValue.has(form)) byValue.set(form, secret);
      for (const [value, { pseudonym }] of byValue) {
        if (!isHuntable(value)) continue;
        hunter.add(value, pseudonym);
        if (withForms) for (const form of formsOf(value)) hunter.add(form, pseudonym);
      }
      return hunter;
    },
  };
}

/** Beyond this many, the forms of secrets are found only where the text around them was decoded. */
const MOST_WITH_FORMS = 20_000;
/** So much of a long value is not looked for elsewhere: images, documents. */
const LONGEST_HUNTED = 4_096;

/** Short and plain words stand in texts by chance; they are taken out where their name marks them, and only there. */
function isHuntable(value: string): boolean {
  if (value.length > LONGEST_HUNTED) return false;
  if (/^[A-Za-z]+$/.test(value)) return value.length >= 12;
  if (/^\d+$/.test(value)) return value.length >= 8;
  return value.length >= 8 || (value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value));
}

function formsOf(value: string): ReadonlySet<string> {
  const forms = new Set<string>();
  const bytes = new TextEncoder().encode(value);
  const percent = percentEncode(value);
  if (percent !== undefined) {
    forms.add(percent);
    forms.add(percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
    forms.add(percent.replaceAll('%20', '+'));
    forms.add(percent.replaceAll('%', '%25'));
  }
  // As a string in JSON, and as one in JSON that is a string in JSON itself, in a fragment that nobody can parse.
  for (let level = 0, escaped = value; level < 4; level += 1) {
    escaped = JSON.stringify(escaped).slice(1, -1);
    forms.add(escaped);
  }
  const base64 = toBase64(bytes).replace(/=+$/, '');
  forms.add(base64);
  forms.add(base64.replaceAll('+', '-').replaceAll('/', '_'));
  forms.add(percentEncode(base64) ?? base64);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  forms.add(hex);
  forms.add(hex.toUpperCase());
  forms.delete(value);
  return forms;
}

/** Undefined for text that has no UTF-8 form: half a surrogate pair. */
export function percentEncode(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}
