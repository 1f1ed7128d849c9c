import { toBase64 } from '../bundle/base64';
import { KEY_LENGTH, looksRandom } from './looks-random';
import { isIdName } from './secret-name';
import { takeOut, type Redaction, type TextPlace } from './redaction';

/** Base64, base64url, base62, hex, or a path: what they share is that no space stands in them. */
const RUN = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** A UUID without dashes, as conversation and trace ids are often written. */
const HEX = /^(?:[0-9a-fA-F]{2})+$/;
const HEX_ID = /^[0-9a-f]{32}$/i;
/** From here on it is a document or an image, and no key. */
const LONGEST_KEY = 400;

/** Base64 in lines, as mail and `base64` write it. It begins where a run begins, so each is tried once. */
const IN_LINES = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{1,}){1,}={0,2}/g;

/** What is base64 of readable text is read; what looks like a key is one. */
export function redactEncoded(text: string, place: TextPlace, level: number, context: Redaction): string {
  const whole = text.includes('\n')
    ? text.replace(IN_LINES, (lines) => redactLines(lines, place, level, context))
    : text;
  return whole.replace(RUN, (found: string, at: number) => {
    // `%22eyJ...`: the first two belong to the sign before them.
    const code = whole.charAt(at - 1) === '%' ? found.slice(0, 2) : '';
    const run = found.slice(code.length);
    return code + redactRun(run, whole, at, place, level, context);
  });
}

/** Where lines are one text in base64: that text redacted, in lines of the same length. */
function redactLines(lines: string, place: TextPlace, level: number, context: Redaction): string {
  const [newLine = '\n'] = /\r?\n/.exec(lines) ?? [];
  const run = lines.replaceAll(newLine, '');
  if (!beginsReadable(run)) return lines;
  const redacted = redactInside(run, place, level, context);
  if (redacted === undefined || redacted === run) return lines;
  const width = lines.indexOf(newLine);
  return Array.from({ length: Math.ceil(redacted.length / width) }, (_, line) =>
    redacted.slice(line * width, (line + 1) * width),
  ).join(newLine);
}

function redactRun(
  run: string,
  text: string,
  at: number,
  place: TextPlace,
  level: number,
  context: Redaction,
): string {
  if (context.book.isPseudonym(run) || context.ids.has(run)) return run;
  const inner = redactInside(run, place, level, context);
  if (inner !== undefined) return inner;
  const isPath = run.startsWith('/') || /[:./]/.test(text.charAt(at - 1));
  if (run.includes('/') && isPath) return takeKeysOfPath(run, place, context);
  return takeKey(run, isNamedId(text, at) ? { ...place, isId: true } : place, context);
}

const LONG_SEGMENT = new RegExp(`[^/]{${KEY_LENGTH},}`, 'g');

/** A page can make a path of a million segments: only those that are long enough for a key are looked at. */
function takeKeysOfPath(path: string, place: TextPlace, context: Redaction): string {
  return path.replace(LONG_SEGMENT, (segment) =>
    takeKey(segment, { ...place, isId: HEX_ID.test(segment) }, context),
  );
}

/** `conversation_id=` stands before it. */
function isNamedId(text: string, at: number): boolean {
  const name = /([\w.-]{1,40})["']{0,1}\s{0,2}[=:]\s{0,2}["']{0,1}$/.exec(
    text.slice(Math.max(0, at - 50), at),
  )?.[1];
  return name !== undefined && isIdName(name);
}

function takeKey(run: string, { where, isId }: TextPlace, context: Redaction): string {
  if (run.length < KEY_LENGTH || context.ids.has(run)) return run;
  const rest = run.replace(UUIDS, '');
  if (rest.length < KEY_LENGTH || (isId === true && HEX_ID.test(rest))) return run;
  if (!looksRandom(rest)) return run;
  return takeOut(run, run.length > LONGEST_KEY ? 'data' : 'key', where, context);
}

/** Undefined: it is not base64 of text. */
function redactInside(run: string, place: TextPlace, level: number, context: Redaction): string | undefined {
  // Most runs are names and paths: a few bytes tell.
  if (!beginsReadable(run)) return holdsKnown(run, place, context);
  const decoded = decodeText(run);
  if (decoded === undefined) return holdsKnown(run, place, context);
  const redacted = context.inside(decoded, place, level + 1, context);
  // A key can be the hex of another: what is one run again is judged as it stands.
  if (redacted === decoded) return /^[\w+/=-]{16,}$/.test(decoded) ? undefined : run;
  const bytes = new TextEncoder().encode(redacted);
  if (HEX.test(run)) return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const encoded = toBase64(bytes);
  const inAlphabet = /[-_]/.test(run) ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded;
  return run.endsWith('=') ? inAlphabet : inAlphabet.replace(/=+$/, '');
}

/** A known secret among bytes that are no text. */
function holdsKnown(run: string, { where }: TextPlace, context: Redaction): string | undefined {
  const { hunter } = context;
  if (hunter === undefined || hunter.isEmpty()) return undefined;
  const bytes = decodeBytes(run);
  if (bytes === undefined) return undefined;
  const latin1 = new TextDecoder('latin1').decode(bytes);
  const held: string[] = [];
  hunter.replace(latin1, (pseudonym) => {
    if (!context.isKept(pseudonym)) held.push(pseudonym);
    return undefined;
  });
  return held.length > 0 ? takeOut(run, 'data', where, context) : undefined;
}

function beginsReadable(run: string): boolean {
  const bytes = decodeBytes(run.slice(0, 16));
  return bytes?.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13) ?? false;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value += 1) DIGITS[ALPHABET.charCodeAt(value)] = value;
DIGITS['-'.charCodeAt(0)] = 62;
DIGITS['_'.charCodeAt(0)] = 63;

/** Either alphabet of base64, and hex. By hand: `atob` throws, and most runs are neither. */
function decodeBytes(run: string): Uint8Array<ArrayBuffer> | undefined {
  if (HEX.test(run)) return decodeHex(run);
  const length = run.length - (run.endsWith('==') ? 2 : run.endsWith('=') ? 1 : 0);
  if (length % 4 === 1) return undefined;
  const bytes = new Uint8Array((length * 3) >> 2);
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let index = 0; index < length; index += 1) {
    bits = ((bits << 6) | (DIGITS[run.charCodeAt(index)] ?? 0)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at] = (bits >> count) & 0xff;
    at += 1;
  }
  return bytes;
}

function decodeHex(run: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(run.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = (hexDigit(run.charCodeAt(2 * index)) << 4) | hexDigit(run.charCodeAt(2 * index + 1));
  return bytes;
}

/** The digits of a letter stand nine above the last four bits of its code, in both cases. */
function hexDigit(code: number): number {
  return (code & 15) + (code > 64 ? 9 : 0);
}

const decoder = new TextDecoder('utf-8');

function decodeText(run: string): string | undefined {
  const bytes = decodeBytes(run);
  if (bytes === undefined || bytes.length < 4) return undefined;
  const text = decoder.decode(bytes);
  // eslint-disable-next-line no-control-regex -- control characters are what tells bytes from text
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/.test(text) ? undefined : text;
}
