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

/** The beginning of a body that goes on in the next batch. */
interface UnfinishedBody {
  readonly seq: number;
  readonly text: string;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly length: number;
}

/** Reads the batches of one stream, in the order in which they come. */
export interface BatchReader {
  read(record: unknown): Result<readonly MessageEventRecord[]>;
}

/** The longest body that is kept, as in platform/page/message-body.ts: no page makes us gather more. */
const BODY_LIMIT = 1_048_576;

/**
 * Unpacks what platform/page/message-batch.ts packed. As distrustful as `parseEvent`, and much faster: the shape is
 * checked once for all messages, and of each only its numbers.
 */
export function createBatchReader(streamId: string): BatchReader {
  let unfinished: UnfinishedBody | undefined;

  function read(record: unknown): Result<readonly MessageEventRecord[]> {
    const before = unfinished;
    unfinished = undefined;
    const parsed = batchSchema.safeParse(record);
    if (!parsed.success) return failure('A batch of messages has an unexpected shape.');
    const { heads, text, bytes, blobs } = parsed.data;
    const events: MessageEventRecord[] = [];
    let textAt = 0;
    let bytesAt = 0;
    let blobAt = 0;
    for (let index = 0; index + HEAD_FIELDS <= heads.length; index += HEAD_FIELDS) {
      const at = (field: keyof typeof HEAD): number => heads[index + HEAD[field]] ?? NaN;
      const [seq, timeMs, socketId, from] = [at('seq'), at('timeMs'), at('socketId'), at('from')];
      const [sizeBytes, kind, keptLength] = [at('sizeBytes'), at('kind'), at('keptLength')];
      if (![seq, socketId, sizeBytes, kind, keptLength, from].every(isCount) || !Number.isFinite(timeMs))
        return failure('A batch of messages has a number that cannot be.');
      const isText = (kind & KIND.isText) !== 0;
      const isBytes = !isText && (kind & KIND.isBytes) !== 0;
      if (
        (isText && textAt + keptLength > text.length) ||
        (isBytes && bytesAt + keptLength > bytes.byteLength)
      )
        return failure('A batch of messages is shorter than it says.');
      const begun = from === 0 ? NOTHING : before;
      const isGoingOn = begun !== undefined && (from === 0 || begun.seq === seq) && begun.length === from;
      const length = from + keptLength;
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
      if (isText || isBytes) {
        const body: UnfinishedBody = {
          seq,
          length,
          text: isText ? (begun?.text ?? '') + text.slice(textAt, textAt + keptLength) : '',
          pieces: isBytes ? [...(begun?.pieces ?? []), new Uint8Array(bytes, bytesAt, keptLength)] : [],
        };
        if (isText) textAt += keptLength;
        else bytesAt += keptLength;
        // The end of a body whose beginning never came counts as missing, like all that is not there.
        if (!isGoingOn || length > BODY_LIMIT) continue;
        if ((kind & KIND.goesOn) !== 0) unfinished = body;
        else if (isText)
          events.push({ ...common, format: 'text', text: body.text, ...cutMark(length, sizeBytes) });
        else events.push({ ...common, format: 'binary', bytes: joined(body), ...cutMark(length, sizeBytes) });
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

  return { read };
}

const NOTHING: UnfinishedBody = { seq: 0, text: '', pieces: [], length: 0 };

function joined({ pieces, length }: UnfinishedBody): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function cutMark(keptLength: number, sizeBytes: number): { readonly isCut: true } | undefined {
  return keptLength < sizeBytes ? { isCut: true } : undefined;
}
