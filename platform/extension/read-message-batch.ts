import { z } from 'zod';
import type { MessageEventRecord } from '../../core/capture/event';
import { failure, success, type Result } from '../../core/result';
import { HEAD, HEAD_FIELDS, KIND } from '../page/message-heads';

const batchSchema = z.object({
  type: z.literal('message-batch'),
  heads: z.instanceof(Float64Array),
  text: z.string(),
  bytes: z.instanceof(ArrayBuffer),
  blobs: z.array(z.instanceof(ArrayBuffer).optional()),
});

const textsSchema = z.array(z.string());

export function isMessageBatch(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'type' in record && record.type === 'message-batch';
}

/**
 * Unpacks what platform/page/message-batch.ts packed. As distrustful as `parseEvent`, and much faster: the shape is
 * checked once for all messages, and of each only its numbers.
 */
export function readMessageBatch(streamId: string, record: unknown): Result<readonly MessageEventRecord[]> {
  const parsed = batchSchema.safeParse(record);
  if (!parsed.success) return failure('A batch of messages has an unexpected shape.');
  const { heads, text, bytes, blobs } = parsed.data;
  const texts = textsOf(heads, text);
  if (texts === undefined) return failure('A batch of messages is shorter than it says.');
  const events: MessageEventRecord[] = [];
  let textAt = 0;
  let bytesAt = 0;
  let blobAt = 0;
  for (let index = 0; index + HEAD_FIELDS <= heads.length; index += HEAD_FIELDS) {
    const at = (field: keyof typeof HEAD): number => heads[index + HEAD[field]] ?? NaN;
    const [seq, socketId, sizeBytes] = [
      unboxed(at('seq')),
      unboxed(at('socketId')),
      unboxed(at('sizeBytes')),
    ];
    const [timeMs, kind, keptLength] = [at('timeMs'), at('kind'), at('keptLength')];
    if (![seq, socketId, sizeBytes, kind, keptLength].every(isCount) || !Number.isFinite(timeMs))
      return failure('A batch of messages has a number that cannot be.');
    const direction = (kind & KIND.isOut) !== 0 ? 'out' : 'in';
    const from = { type: 'message', source: 'page-hook', streamId, socketId } as const;
    const common = { ...from, seq, timeMs, direction, sizeBytes } as const;
    if ((kind & KIND.isText) !== 0) {
      const body = texts[textAt] ?? '';
      textAt += 1;
      if (keptLength < sizeBytes) events.push({ ...common, format: 'text', text: body, isCut: true });
      // As one literal: what is added to a spread stands in an array beside the object (V8: 24 bytes a message).
      else
        events.push({
          type: 'message',
          source: 'page-hook',
          streamId,
          socketId,
          seq,
          timeMs,
          direction,
          sizeBytes,
          format: 'text',
          text: body,
        });
    } else if ((kind & KIND.isBytes) !== 0) {
      if (bytesAt + keptLength > bytes.byteLength)
        return failure('A batch of messages is shorter than it says.');
      const body = new Uint8Array(bytes, bytesAt, keptLength);
      bytesAt += keptLength;
      events.push({ ...common, format: 'binary', bytes: body, ...cutMark(keptLength, sizeBytes) });
    } else if ((kind & KIND.isBlob) !== 0) {
      const blob = blobs[blobAt];
      blobAt += 1;
      events.push(
        blob === undefined
          ? { ...common, format: 'binary', isCut: true }
          : {
              ...common,
              format: 'binary',
              bytes: new Uint8Array(blob),
              ...cutMark(blob.byteLength, sizeBytes),
            },
      );
    } else {
      events.push({ ...common, format: 'text' });
    }
  }
  return success(events);
}

/**
 * The texts, each by itself. A slice holds on to the whole batch, for 20 bytes (V8), and has two bytes a unit as soon as
 * one character of the batch needs them. What comes out of JSON is as narrow as it can be.
 *
 * @returns undefined: there is less text than the heads say
 */
function textsOf(heads: Float64Array, text: string): readonly string[] | undefined {
  const slices: string[] = [];
  let at = 0;
  for (let index = 0; index + HEAD_FIELDS <= heads.length; index += HEAD_FIELDS) {
    if (((heads[index + HEAD.kind] ?? 0) & KIND.isText) === 0) continue;
    slices.push(text.slice(at, (at += heads[index + HEAD.keptLength] ?? NaN)));
  }
  return at <= text.length ? textsSchema.parse(JSON.parse(JSON.stringify(slices))) : undefined;
}

/** Numbers out of a `Float64Array` stay boxed (V8: 12 bytes each) until they are known to be small and whole. */
function unboxed(value: number): number {
  return value === (value | 0) ? value | 0 : value;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function cutMark(keptLength: number, sizeBytes: number): { readonly isCut: true } | undefined {
  return keptLength < sizeBytes ? { isCut: true } : undefined;
}
