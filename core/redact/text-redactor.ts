import { isIdName, type SecretKind } from './secret-name';
import { mapJsonStrings, type JsonPlace } from './json-strings';
import { redactPlainText } from './plain-text';
import { hunt, takeCredential, takeOut, type Redaction, type TextPlace } from './redaction';

/** JSON in strings in JSON needs twice the backslashes each time; percent-encoding grows by a quarter. Nobody nests deeper. */
const MOST_LEVELS = 12;

/** A text without its secrets, at any depth and in any form that can be read. Linear in its length. */
export function redactText(text: string, place: TextPlace, level: number, context: Redaction): string {
  if (text.length < 3) return text;
  if (level > MOST_LEVELS) return takeOut(text, 'data', place.where, context);
  const redacted = text.includes('"')
    ? redactJson(text, place, level, context)
    : redactPlainText(text, place, level, context);
  return hunt(redacted, place, context);
}

function redactJson(text: string, place: TextPlace, level: number, context: Redaction): string {
  const { names } = context;
  const mapped = mapJsonStrings(text, {
    isSecretName: (name) => names.kindOf(name) !== undefined,
    onString: (content, at) => redactJsonString(content, at, place, level, context),
    onNumber(number, at) {
      const kind = kindAt(at, context);
      // `"tokens": 4096` counts them.
      if (kind === undefined || number.replace(/\D/g, '').length < 4) return undefined;
      if (/tokens$/i.test(at.secretKey ?? '')) return undefined;
      return takeOut(number, kind, `${place.where}: ${at.path()}`, context);
    },
    onOutside: (outside) => (MAYBE.test(outside) ? redactPlainText(outside, place, level, context) : outside),
  });
  // Where strings were mistaken for what is between them, names and values still stand side by side.
  return mapped.isPlausible ? mapped.text : redactPlainText(mapped.text, place, level, context);
}

/** Without one of these there is nothing that a rule looks for. */
const MAYBE = /[=@%:'\\]|[A-Za-z0-9+/_-]{16}/;

function redactJsonString(
  content: string,
  at: JsonPlace,
  place: TextPlace,
  level: number,
  context: Redaction,
): string {
  const kind = kindAt(at, context);
  const isTaken = kind !== undefined && !keepsAsIs(content, kind, context);
  if (!isTaken && !MAYBE.test(content)) return hunt(content, place, context);
  const path = at.path();
  const where = path === '' ? place.where : `${place.where}: ${path}`;
  if (isTaken) return takeCredential(content, kind, where, context);
  const isId = at.key === undefined ? place.isId === true : isIdName(at.key);
  return redactText(content, { where, isId }, level + 1, context);
}

function kindAt({ secretKey, key }: JsonPlace, { names }: Redaction): SecretKind | undefined {
  if (secretKey === undefined) return undefined;
  // Beside a secret stand words about it: `{"secret_sources": {"X": {"kind": "LookupSecret"}}}`.
  if (key !== undefined && key !== secretKey && /^(?:kind|type|name|scheme|status|message)$/i.test(key))
    return undefined;
  return names.kindOf(secretKey);
}

/** A `sid` that is the conversation's id, and sentences: "the token has expired" is no token. */
function keepsAsIs(content: string, kind: SecretKind, { ids }: Redaction): boolean {
  if (kind === 'session' && ids.has(content)) return true;
  return kind !== 'password' && kind !== 'secret' && /^[A-Za-z'’]+(?: [A-Za-z'’,.]+){2,}$/.test(content);
}
