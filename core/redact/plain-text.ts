import { redactEncoded } from './encoded-text';
import { decodeEntities, encodeEntities, holdsEntities } from './html-entities';
import { isEmptyValue, isIdName, type SecretKind } from './secret-name';
import { ANNOUNCED, ANY_SHAPE, EMAIL, isCredential, SECRET_SHAPES } from './secret-shapes';
import { hunt, takeCredential, takeOut, type Redaction, type TextPlace } from './redaction';
import { percentEncode } from './secret-book';

/** A text that is no JSON: an address, a log line, a stack, a header, a form body. */
export function redactPlainText(text: string, place: TextPlace, level: number, context: Redaction): string {
  if (holdsEntities(text)) {
    // Read as what it stands for, and only so: read both ways at every level, the cost would double at each.
    const decoded = decodeEntities(text);
    const redacted = context.inside(decoded, place, level + 1, context);
    return redacted === decoded ? text : encodeEntities(redacted, text);
  }
  let out = text;
  if (/[=:]/.test(out)) out = redactPairs(out, place, level, context);
  if (out.includes('%')) out = redactPercent(out, place, level, context);
  // Every shape has a run as long as this; most texts have none, and are done here.
  const hasRun = /[\w+/.-]{14}/.test(out);
  if ((hasRun || out.includes('@')) && ANY_SHAPE.test(out))
    for (const [pattern, kind] of SECRET_SHAPES)
      out = out.replace(pattern, (value: string) => takeOut(value, kind, place.where, context));
  out = out.replace(ANNOUNCED, (whole: string, scheme: string, value: string) =>
    isCredential(value) && !context.book.isPseudonym(value)
      ? `${whole.slice(0, whole.length - value.length)}${takeOut(value, 'token', `${place.where}: ${scheme}`, context)}`
      : whole,
  );
  if (hasRun) out = redactEncoded(out, place, level, context);
  if (out.includes('@'))
    out = out.replace(EMAIL, (address: string) => takeOut(address, 'email', place.where, context));
  return out;
}

/** In an address's query or fragment, a form body, a matrix parameter. */
const PARAMETER = /([?&;#])([^=&;#\s"'<>\\?/]{1,100})=((?:[^&;#\s"'<>\\]|'(?=[\w%-]))+)/g;
/** At the start of a line or after a space or bracket: `token=`, `api_key: `. */
const NAME = /(?<![\w.%-])([A-Za-z_][\w.-]{0,60})(=|\s{0,2}:\s{0,2}|\s=\s)/g;
const VALUE = /[^&;\s"'<>\\,)}\]|]+/y;
const VALUE_OF_SCHEME = /(?:bearer|basic|token|digest|negotiate|apikey)[ \t]{1,4}[^&;\s"'<>\\,)}\]|]+/iy;
/** `Cookie: a=b; c=d`, to the end of the line. */
const COOKIES = /\b(set-cookie2?|cookie)(\s{0,2}[:=]\s{0,4})([^\r\n"'<>]+)/gi;
/** `'name': 'value'` as Python prints it, `\"name\":\"value\"` in what was cut out of JSON. */
const QUOTED =
  /(\\{0,8}["'])([\w.-]{1,60})\1(\s{0,8}[:=]\s{0,8})(\\{0,8}["'])([^"'\\]{1,4096})(?:(?=\4)|(?=["'\\]|$))/g;

function redactPairs(text: string, place: TextPlace, level: number, context: Redaction): string {
  const { names } = context;
  let out = text;
  if (/ookie/i.test(out))
    out = out.replace(
      COOKIES,
      (_, name: string, between: string, cookies: string) =>
        `${name}${between}${redactCookies(cookies, `${place.where}: ${name}`, context)}`,
    );
  if (/["']/.test(out))
    out = out.replace(
      QUOTED,
      (whole: string, quote: string, name: string, between: string, open: string, value: string) => {
        const kind = names.kindOf(name);
        if (kind === undefined) return whole;
        const taken = takeCredential(value, kind, `${place.where}: ${name}`, context);
        return `${quote}${name}${quote}${between}${open}${taken}`;
      },
    );
  out = out.replace(PARAMETER, (whole: string, before: string, name: string, value: string) => {
    const plain = decode(name);
    const kind = names.kindOfParameter(plain);
    const where = `${place.where}: ${plain.slice(0, 60)}`;
    if (kind === undefined || isCode(value))
      return `${before}${name}=${redactPart(value, { where, isId: isIdName(plain) }, level, context)}`;
    const decoded = decode(value);
    if (kind === 'session' && context.ids.has(decoded)) return whole;
    if (isEmptyValue(decoded) || context.book.isPseudonym(decoded)) return whole;
    const taken = takeCredential(decoded, kind, where, context);
    return `${before}${name}=${taken === decoded ? value : (percentEncode(taken) ?? '')}`;
  });
  return redactNamed(out, place, context);
}

/** What follows a secret's name. Only then is the value looked at, so that each character is read twice at most. */
function redactNamed(text: string, place: TextPlace, context: Redaction): string {
  let out = '';
  let copied = 0;
  for (const match of text.matchAll(NAME)) {
    const [whole, name = '', between = ''] = match;
    const start = match.index + whole.length;
    const kind = context.names.kindOf(name);
    // `jwt-8:12:3` is a place in a file whose address held one.
    if (kind === undefined || context.book.isPseudonym(name)) continue;
    if (start < copied || /^(?:set-cookie2?|cookie)$/i.test(name)) continue;
    VALUE.lastIndex = start;
    const value = VALUE.exec(text)?.[0];
    if (value === undefined || !isValueOf(kind, between, value)) continue;
    VALUE_OF_SCHEME.lastIndex = start;
    const full = VALUE_OF_SCHEME.exec(text)?.[0] ?? value;
    out += text.slice(copied, start) + takeCredential(decode(full), kind, `${place.where}: ${name}`, context);
    copied = start + full.length;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/** `?code=4401` is a close code. */
function isCode(value: string): boolean {
  return /^-?\d{1,5}$/.test(value);
}

/** "token: expired" says what is wrong; "token: 9f8e7d" holds one. After `=` people write values. */
function isValueOf(kind: SecretKind, between: string, value: string): boolean {
  if (/^(?:bearer|basic|token|digest|negotiate|apikey)$/i.test(value)) return true;
  return between.includes('=') || kind === 'password' || /\d/.test(value) || value.length >= 20;
}

/** Percent-encoded parts, decoded once and read again. What holds nothing stays as it was written. */
function redactPercent(text: string, place: TextPlace, level: number, context: Redaction): string {
  return text.replace(PART, (part: string) => redactPart(part, place, level, context));
}
/** Encoders leave the apostrophe as it is; a quotation ends before a space or a sign. */
const PART = /(?:[^\s"'<>\\?&;#=/,()[\]{}|]|'(?=[\w%-]))+/g;

function redactPart(part: string, place: TextPlace, level: number, context: Redaction): string {
  if (!part.includes('%')) return part;
  const decoded = decode(part);
  if (decoded === part) return part;
  const redacted = context.inside(decoded, place, level + 1, context);
  if (redacted === decoded) return part;
  return percentEncode(redacted) ?? takeOut(part, 'data', place.where, context);
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // Not UTF-8: another encoding, or cut.
      return run;
    }
  });
}

/** Attributes of `Set-Cookie`, RFC 6265 section 4.1: they say when it ends and where it goes. */
const ATTRIBUTES = /^\s*(?:expires|max-age|domain|path|samesite|priority)$/i;

/** The values of `a=b; c=d`; names and attributes stay, so that one still sees that a cookie is being deleted. */
export function redactCookies(cookies: string, where: string, context: Redaction): string {
  if (!cookies.includes('=')) return takeOut(cookies, 'cookie', where, context);
  const redacted = cookies.replace(
    /([^;=,\s][^;=]{0,200})=([^;]*)/g,
    (whole, name: string, value: string) => {
      if (ATTRIBUTES.test(name)) return whole;
      const bare = value.trim().replace(/^"(.*)"$/, '$1');
      return `${name}=${takeOut(bare, 'cookie', `${where} ${name.trim()}`, context)}`;
    },
  );
  return hunt(redacted, { where }, context);
}
