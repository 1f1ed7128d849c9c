import { failure, success, type Result } from '../result';
import { eventSchema, type HangupEvent } from './event';

/**
 * One record from a producer, checked. The only door from `unknown` to `HangupEvent`.
 *
 * @param streamId whose record it is, by the word of the transport and never of the record itself
 */
export function parseEvent(streamId: string, record: unknown): Result<HangupEvent> {
  if (typeof record !== 'object' || record === null) return failure('An event must be an object.');
  const { bytes, ...rest } = record as { readonly bytes?: unknown };
  // A structured clone carries an ArrayBuffer; core speaks of bytes.
  const withBytes =
    bytes instanceof ArrayBuffer
      ? { ...rest, bytes: new Uint8Array(bytes) }
      : { ...rest, ...(bytes === undefined ? undefined : { bytes }) };
  const parsed = eventSchema.safeParse({ ...withBytes, streamId });
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  return failure(
    `An event has an unexpected shape at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'unknown'}.`,
  );
}
