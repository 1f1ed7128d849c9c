import { parseJson } from './json-fields';

/** One message, from either serializer. `ref` names a push, and its reply repeats it. */
export interface PhoenixMessage {
  readonly ref: string | undefined;
  readonly topic: string;
  readonly event: string;
  readonly payload: unknown;
}

/** What stands in the first byte: phoenix `serializer.js`, and the two that Supabase Realtime adds in `serializer.ts`. */
const PUSH = 0;
const REPLY = 1;
const BROADCAST = 2;
const USER_BROADCAST_PUSH = 3;
const USER_BROADCAST = 4;
/** Of a user broadcast: its payload is JSON, not bytes. */
const IS_JSON = 1;

/**
 * A binary message: its kind, the lengths of its texts in a byte each, the texts, the payload. Undefined: it is none,
 * or ends too early.
 */
export function decodePhoenixBinary(bytes: Uint8Array, direction: 'in' | 'out'): PhoenixMessage | undefined {
  switch (bytes[0] ?? -1) {
    case PUSH: {
      // A push of the server has no ref, one of the client has.
      if (direction === 'in') {
        const parts = split(bytes, 3);
        const [, topic = '', event = ''] = parts?.texts ?? [];
        return parts && { ref: undefined, topic, event, payload: parts.rest };
      }
      const parts = split(bytes, 4);
      const [, ref, topic = '', event = ''] = parts?.texts ?? [];
      return parts && { ref, topic, event, payload: parts.rest };
    }
    case REPLY: {
      const parts = split(bytes, 4);
      const [, ref, topic = '', status = ''] = parts?.texts ?? [];
      return parts && { ref, topic, event: 'phx_reply', payload: { status, response: parts.rest } };
    }
    case BROADCAST: {
      const parts = split(bytes, 2);
      const [topic = '', event = ''] = parts?.texts ?? [];
      return parts && { ref: undefined, topic, event, payload: parts.rest };
    }
    case USER_BROADCAST_PUSH: {
      const parts = split(bytes, 5, 1);
      const [, ref, topic = '', event = ''] = parts?.texts ?? [];
      return parts && { ref, topic, event: 'broadcast', payload: userPayload(event, bytes[6], parts.rest) };
    }
    case USER_BROADCAST: {
      const parts = split(bytes, 3, 1);
      const [topic = '', event = ''] = parts?.texts ?? [];
      return (
        parts && {
          ref: undefined,
          topic,
          event: 'broadcast',
          payload: userPayload(event, bytes[4], parts.rest),
        }
      );
    }
    default:
      return undefined;
  }
}

interface Parts {
  readonly texts: readonly string[];
  readonly rest: Uint8Array;
}

/** @param flags bytes between the lengths and the texts */
function split(bytes: Uint8Array, count: number, flags = 0): Parts | undefined {
  let at = 1 + count + flags;
  if (bytes.length < at) return undefined;
  const texts: string[] = [];
  for (const length of bytes.subarray(1, 1 + count)) {
    if (at + length > bytes.length) return undefined;
    texts.push(new TextDecoder().decode(bytes.subarray(at, at + length)));
    at += length;
  }
  return { texts, rest: bytes.subarray(at) };
}

/** As the text serializer would have written it. */
function userPayload(event: string, encoding: number | undefined, rest: Uint8Array): unknown {
  const payload = encoding === IS_JSON ? parseJson(new TextDecoder().decode(rest))?.value : rest;
  return { type: 'broadcast', event, payload };
}
