import type { MessageEventRecord } from '../../capture/event';
import { idOf, parseElements, parseFields, textOf } from './json-fields';
import { decodePhoenixBinary, type PhoenixMessage } from './phoenix-binary';

/** Reads `[join_ref, ref, topic, event, payload]` (2.0.0), an object with these names (1.0.0), or bytes (2.0.0). */
export function readPhoenix(message: MessageEventRecord): PhoenixMessage | 'not-mine' | 'unreadable' {
  const { text, bytes, direction, isCut } = message;
  // The texts stand at the front: a payload that was cut is no obstacle.
  if (bytes !== undefined) return decodePhoenixBinary(bytes, direction) ?? 'unreadable';
  if (text === undefined) return 'unreadable';
  const array = parseElements(text);
  if (array !== undefined) {
    const [, ref, topic, event, payload] = array;
    return array.length >= 5 && typeof topic === 'string' && typeof event === 'string'
      ? { ref: idOf(ref), topic, event, payload }
      : 'not-mine';
  }
  const fields = parseFields(text);
  const topic = textOf(fields?.get('topic'));
  const event = textOf(fields?.get('event'));
  if (fields === undefined || topic === undefined || event === undefined)
    return isCut === true ? 'unreadable' : 'not-mine';
  return { ref: idOf(fields.get('ref')), topic, event, payload: fields.get('payload') };
}
