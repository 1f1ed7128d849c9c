import type { Extent, Framing } from './packet-stream';

/** A STOMP frame, its headers unescaped as its version says. Of a header that comes twice, the first one counts. */
export interface StompFrame {
  readonly command: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

const COMMANDS = [
  ...['CONNECT', 'STOMP', 'SEND', 'SUBSCRIBE', 'UNSUBSCRIBE', 'ACK', 'NACK', 'BEGIN', 'COMMIT', 'ABORT'],
  ...['DISCONNECT', 'CONNECTED', 'MESSAGE', 'RECEIPT', 'ERROR'],
];
/** The longest command with its end of line. */
const COMMAND_BYTES = 13;
/** So that the headers of a frame that has no end are not read for ever. Our choice, far above what brokers allow. */
const HEADERS_LIMIT = 256 * 1024;
const LF = 10;
const CR = 13;

/** A command, headers, an empty line, and a body that ends with NUL, or with its `content-length` and NUL. */
export const stompFraming: Framing = { extentAt, isTelling: (added) => added.includes(0) };

function extentAt(bytes: Uint8Array, from: number): Extent {
  // Newlines between frames are heartbeats.
  const start = endOfLines(bytes, from);
  if (start > from) return start - from;
  if (!beginsWithCommand(bytes, from)) return 'broken';
  const bodyStart = bodyStartIn(bytes, from);
  if (bodyStart === undefined) return bytes.length - from > HEADERS_LIMIT ? 'broken' : 'more';
  const length = contentLengthIn(bytes.subarray(from, bodyStart));
  if (length !== undefined) {
    const end = bodyStart + length;
    if (end >= bytes.length) return end + 1 - from;
    // A length that is wrong, such as one in characters instead of bytes: then the NUL counts.
    if (bytes[end] === 0) return endOfLines(bytes, end + 1) - from;
  }
  const end = bytes.indexOf(0, bodyStart);
  return end < 0 ? 'more' : endOfLines(bytes, end + 1) - from;
}

/** Ends of line may follow a frame; they belong to it. */
function endOfLines(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === LF || bytes[at] === CR) at += 1;
  return at;
}

/** Or with the beginning of one, if there is no more. */
function beginsWithCommand(bytes: Uint8Array, from: number): boolean {
  const head = bytes.subarray(from, from + COMMAND_BYTES);
  const lineEnd = head.indexOf(LF);
  const isWhole = lineEnd >= 0;
  if (!isWhole && head.length === COMMAND_BYTES) return false;
  const line = asText(isWhole ? head.subarray(0, lineEnd) : head).replace(/\r$/, '');
  return COMMANDS.some((command) => (isWhole ? command === line : command.startsWith(line)));
}

function bodyStartIn(bytes: Uint8Array, from: number): number | undefined {
  const limit = Math.min(bytes.length, from + HEADERS_LIMIT);
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < limit; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (bytes[next] === LF) return next + 1;
  }
  return undefined;
}

function contentLengthIn(head: Uint8Array): number | undefined {
  const digits = /\ncontent-length:\s*(\d{1,9})\s*\r?\n/.exec(asText(head))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Reads one frame as the framing found it, or the beginning of one that was cut; undefined: it is neither.
 *
 * @param version as CONNECTED said; undefined: not known yet
 */
export function decodeStomp(bytes: Uint8Array, version: string | undefined): StompFrame | undefined {
  if (!beginsWithCommand(bytes, 0)) return undefined;
  const bodyStart = bodyStartIn(bytes, 0);
  const lines = asText(bytes.subarray(0, bodyStart)).split('\n');
  const command = (lines[0] ?? '').replace(/\r$/, '');
  if (!COMMANDS.includes(command)) return undefined;
  // Both of them are read before a version is agreed on (1.2, "Value Encoding").
  const isEscaped = version !== '1.0' && command !== 'CONNECT' && command !== 'CONNECTED';
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const [name, value] = splitHeader(line.replace(/\r$/, ''), isEscaped);
    if (name !== '' && !headers.has(name)) headers.set(name, value);
  }
  if (bodyStart === undefined) return { command, headers, body: new Uint8Array() };
  const length = contentLengthIn(bytes.subarray(0, bodyStart));
  const hasLength = length !== undefined && bytes[bodyStart + length] === 0;
  const nul = hasLength ? bodyStart + length : bytes.indexOf(0, bodyStart);
  return { command, headers, body: bytes.subarray(bodyStart, nul < 0 ? undefined : nul) };
}

function splitHeader(line: string, isEscaped: boolean): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 0) return ['', ''];
  const parts = [line.slice(0, colon), line.slice(colon + 1)] as const;
  return isEscaped ? [unescape(parts[0]), unescape(parts[1])] : parts;
}

/** 1.2, "Value Encoding". Other sequences are against the rules, and stand as they are. */
function unescape(text: string): string {
  return text.replace(/\\[rnc\\]/g, (sequence) => ESCAPES[sequence] ?? sequence);
}
const ESCAPES: Readonly<Record<string, string>> = { '\\r': '\r', '\\n': '\n', '\\c': ':', '\\\\': '\\' };

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
