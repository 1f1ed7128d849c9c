import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding } from '../../core/protocols/protocol';

/** The JSON in a message. */
export interface JsonPart {
  readonly text: string;
  /** As it was sent; false: written anew from what the protocol read out of it. */
  readonly isExact: boolean;
}

/** What protocols put in front of theirs: `42`, `451-/room,7`. */
const LONGEST_PREFIX = 200;
/** More is taken for JSON by its ends: to parse 50 MB would stop everything. */
const PARSED_WHOLE = 2_000_000;

export function jsonPartOf(message: MessageEventRecord, decoding: Decoding): JsonPart | undefined {
  return exactPart(message) ?? decodedPart(decoding);
}

function exactPart({ text, isCut }: MessageEventRecord): JsonPart | undefined {
  if (text === undefined) return undefined;
  const start = text.slice(0, LONGEST_PREFIX).search(/[[{]/);
  if (start === -1) return undefined;
  const part = start === 0 ? text : text.slice(start);
  if (isCut === true) return start === 0 ? { text: part, isExact: true } : undefined;
  if (part.length > PARSED_WHOLE)
    return /[\]}]\s*$/.test(part.slice(-100)) ? { text: part, isExact: true } : undefined;
  try {
    JSON.parse(part);
    return { text: part, isExact: true };
  } catch {
    // Most messages are not JSON: that is an answer, not a failure.
    return undefined;
  }
}

function decodedPart(decoding: Decoding): JsonPart | undefined {
  if (typeof decoding === 'string') return undefined;
  const data = decoding.map((packet) => packet.data).filter((one) => typeof one === 'object' && one !== null);
  if (data.length === 0) return undefined;
  const text = writeJson(data.length === 1 ? data[0] : data);
  return text === undefined ? undefined : { text, isExact: false };
}

/** Values that JSON does not know, as binary protocols carry them, in words. */
export function writeJson(value: unknown): string | undefined {
  try {
    const written: unknown = JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part === 'bigint') return `${part}`;
      if (part instanceof Uint8Array) return `${part.length} bytes`;
      if (part instanceof Map) return Object.fromEntries(part) as unknown;
      return part;
    });
    return typeof written === 'string' ? written : undefined;
  } catch {
    // It refers to itself, or nests too deep to be written.
    return undefined;
  }
}
