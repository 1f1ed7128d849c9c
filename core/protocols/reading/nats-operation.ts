import type { Extent, Framing } from './packet-stream';

/** One operation: its name, the words after it, and the payload of those that have one. */
export interface NatsOperation {
  readonly name: NatsName;
  /** What stands after the name, as it stands: arguments, JSON, or a message in quotes. */
  readonly rest: string;
  readonly words: readonly string[];
  /** Of HPUB and HMSG: `NATS/1.0`, perhaps with a status, and header lines. */
  readonly header: string | undefined;
  readonly payload: Uint8Array;
}

const NAMES = [
  'INFO',
  'CONNECT',
  'PUB',
  'HPUB',
  'SUB',
  'UNSUB',
  'MSG',
  'HMSG',
  'PING',
  'PONG',
  '+OK',
  '-ERR',
] as const;
export type NatsName = (typeof NAMES)[number];
const LONGEST_NAME = 8;

/** Servers take 4 kB from clients; their own INFO may be longer, with the addresses of a large cluster. Our choice. */
const LINE_LIMIT = 256 * 1024;
const LF = 10;
const CR = 13;
const NO_BYTES = new Uint8Array();

/** A line, and with some operations so many bytes as its last word says, and CR LF. */
export const natsFraming: Framing = { extentAt, isTelling: (added) => added.includes(LF) };

function extentAt(bytes: Uint8Array, from: number): Extent {
  const name = nameAt(bytes, from);
  if (name === undefined) return 'broken';
  const lineEnd = bytes.indexOf(LF, from);
  if (lineEnd < 0) return bytes.length - from > LINE_LIMIT ? 'broken' : 'more';
  if (lineEnd - from > LINE_LIMIT) return 'broken';
  // The name was cut short by the end of its line.
  if (name === 'more') return 'broken';
  const payloadBytes = payloadBytesIn(name, asText(bytes.subarray(from, lineEnd)));
  if (payloadBytes === undefined) return 'broken';
  if (payloadBytes === 'none') return lineEnd + 1 - from;
  const end = lineEnd + 1 + payloadBytes;
  if (end + 2 <= bytes.length && (bytes[end] !== CR || bytes[end + 1] !== LF)) return 'broken';
  return end + 2 - from;
}

/** Names may be written small. `more`: it may yet become one. */
function nameAt(bytes: Uint8Array, from: number): NatsName | 'more' | undefined {
  const head = asText(bytes.subarray(from, from + LONGEST_NAME)).toUpperCase();
  const word = /^[^\s]+/.exec(head)?.[0] ?? '';
  const name = NAMES.find((known) => known === word);
  if (name !== undefined) return name;
  const isWhole = word.length < head.length || head.length === LONGEST_NAME;
  return !isWhole && NAMES.some((known) => known.startsWith(word)) ? 'more' : undefined;
}

/** `none`: this operation has no payload. Undefined: its line does not say how long it is. */
function payloadBytesIn(name: NatsName, line: string): number | 'none' | undefined {
  if (name !== 'PUB' && name !== 'HPUB' && name !== 'MSG' && name !== 'HMSG') return 'none';
  const digits = /\s(\d{1,9})\s*$/.exec(line.slice(-20))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Reads one operation as the framing found it, or the beginning of one that was cut. */
export function decodeNats(bytes: Uint8Array): NatsOperation | undefined {
  const name = nameAt(bytes, 0);
  if (name === undefined || name === 'more') return undefined;
  const found = bytes.indexOf(LF);
  const lineEnd = found < 0 ? bytes.length : found;
  const rest = asText(bytes.subarray(name.length, lineEnd)).trim();
  const words = name === 'INFO' || name === 'CONNECT' || name === '-ERR' ? [] : rest.split(/\s+/);
  const payloadBytes = payloadBytesIn(name, ` ${rest}`);
  if (typeof payloadBytes !== 'number') return { name, rest, words, header: undefined, payload: NO_BYTES };
  const all = bytes.subarray(lineEnd + 1, lineEnd + 1 + payloadBytes);
  const headerBytes = name === 'HPUB' || name === 'HMSG' ? Number(words.at(-2)) || 0 : 0;
  const header = headerBytes === 0 ? undefined : asText(all.subarray(0, headerBytes));
  return { name, rest, words, header, payload: all.subarray(headerBytes) };
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
