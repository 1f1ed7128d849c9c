import { z } from 'zod';
import type { MessageEventRecord } from '../../core/capture/event';
import { failure, success, type Result } from '../../core/result';
import { HEAD, HEAD_FIELDS, KIND } from '../page/message-batch';

const batchSchema = z.object({
  type: z.literal('message-batch'),
  heads: z.instanceof(Float64Array),
  text: z.string(),
  bytes: z.instanceof(ArrayBuffer),
  blobs: z.array(z.instanceof(ArrayBuffer).optional()),
});

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
  const events: MessageEventRecord[] = [];
  let textAt = 0;
  let bytesAt = 0;
  let blobAt = 0;
  for (let index = 0; index + HEAD_FIELDS <= heads.length; index += HEAD_FIELDS) {
    const at = (field: keyof typeof HEAD): number => heads[index + HEAD[field]] ?? NaN;
    const [seq, timeMs, socketId] = [at('seq'), at('timeMs'), at('socketId')];
    const [sizeBytes, kind, keptLength] = [at('sizeBytes'), at('kind'), at('keptLength')];
    if (![seq, socketId, sizeBytes, kind, keptLength].every(isCount) || !Number.isFinite(timeMs))
      return failure('A batch of messages has a number that cannot be.');
    const common = {
      type: 'message',
      source: 'page-hook',
      streamId,
      seq,
      timeMs,
      socketId,
      direction: (kind & KIND.isOut) !== 0 ? 'out' : 'in',
      sizeBytes,
    } as const;
    if ((kind & KIND.isText) !== 0) {
      if (textAt + keptLength > text.length) return failure('A batch of messages is shorter than it says.');
      const body = text.slice(textAt, (textAt += keptLength));
      events.push({ ...common, format: 'text', text: body, ...cutMark(keptLength, sizeBytes) });
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

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function cutMark(keptLength: number, sizeBytes: number): { readonly isCut: true } | undefined {
  return keptLength < sizeBytes ? { isCut: true } : undefined;
}
