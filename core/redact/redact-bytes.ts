import { decode, encode } from '@msgpack/msgpack';
import { hunt, type Redaction } from './redaction';
import { redactText } from './text-redactor';

/**
 * A binary body without its secrets. Readable are text in UTF-8 and MessagePack that is one map or list; of anything
 * else nobody can say what is in it.
 *
 * @returns the same bytes where they hold nothing; undefined where they cannot be read
 */
export function redactBytes(bytes: Uint8Array, where: string, context: Redaction): Uint8Array | undefined {
  if (bytes.length === 0) return bytes;
  const text = toText(bytes);
  if (text !== undefined) {
    const redacted = redactText(text, { where }, 0, context);
    return redacted === text ? bytes : new TextEncoder().encode(redacted);
  }
  return redactMsgpack(bytes, where, context);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function toText(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    // eslint-disable-next-line no-control-regex -- control characters are what tells bytes from text
    return /[\u0000-\u0008\u000e-\u001d]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function redactMsgpack(bytes: Uint8Array, where: string, context: Redaction): Uint8Array | undefined {
  const first = bytes[0] ?? 0;
  const isContainer = (first >= 0x80 && first <= 0x9f) || (first >= 0xdc && first <= 0xdf);
  if (!isContainer) return undefined;
  try {
    const value = decode(bytes, { useBigInt64: true });
    const state = { hasChanged: false, isReadable: true };
    const redacted = redactValue(value, undefined, 0);
    if (!state.isReadable) return undefined;
    return state.hasChanged ? encode(redacted, { useBigInt64: true }) : bytes;

    function redactValue(inner: unknown, secretKey: string | undefined, level: number): unknown {
      if (level > 60) {
        state.isReadable = false;
        return undefined;
      }
      if (typeof inner === 'string') return changed(inner, redactString(inner, secretKey));
      if (inner instanceof Uint8Array) {
        const readable = redactBytes(inner, where, context);
        if (readable === undefined) state.isReadable = false;
        return readable === inner ? inner : changed(inner, readable);
      }
      if (Array.isArray(inner)) return inner.map((one) => redactValue(one, secretKey, level + 1));
      if (typeof inner !== 'object' || inner === null || Object.getPrototypeOf(inner) !== Object.prototype)
        return inner;
      return Object.fromEntries(
        Object.entries(inner).map(([key, one]) => {
          const isSecret = context.names.kindOf(key) !== undefined;
          return [
            changed(key, hunt(key, { where }, context)),
            redactValue(one, isSecret ? key : secretKey, level + 1),
          ];
        }),
      );
    }
    function redactString(inner: string, secretKey: string | undefined): string {
      if (secretKey === undefined) return redactText(inner, { where }, 1, context);
      // As JSON with that name it is judged by the rules for JSON.
      const json = redactText(JSON.stringify({ [secretKey]: inner }), { where }, 0, context);
      const member: unknown = Object.values(JSON.parse(json) as Record<string, unknown>)[0];
      return typeof member === 'string' ? member : '';
    }
    function changed<Value>(before: unknown, after: Value): Value {
      if (before !== after) state.hasChanged = true;
      return after;
    }
  } catch {
    // No MessagePack, more than one value, or an extension that only its owner can read.
    return undefined;
  }
}
