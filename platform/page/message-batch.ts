import { Bytes, defineProperty, Numbers, setBytes } from './primordials';
import type { KeptMessage } from './ring';

/**
 * Many messages as a few long things: one array of numbers, one text, one buffer. Every boundary on the way to the panel
 * clones what crosses it, and cloning 2,000 small objects costs the page about a hundred times what this costs.
 */
export interface MessageBatch {
  readonly type: 'message-batch';
  /** `HEAD_FIELDS` numbers for each message, in the order of `Head`. */
  readonly heads: Float64Array<ArrayBuffer>;
  /** All texts in a row. */
  readonly text: string;
  /** All bytes in a row. */
  readonly bytes: ArrayBuffer;
  /** Bodies that the browser still holds, in a row: Blobs on their way out of the page, read by the relay. */
  readonly blobs: readonly (Blob | ArrayBuffer | undefined)[];
}

export const HEAD_FIELDS = 6;
/** Where in a message's numbers each of them stands. */
export const HEAD = { seq: 0, timeMs: 1, socketId: 2, sizeBytes: 3, kind: 4, keptLength: 5 } as const;
/** Bits of `kind`. Neither text, bytes nor Blob: nothing of the body is known. */
export const KIND = { isOut: 1, isText: 2, isBytes: 4, isBlob: 8 } as const;

/**
 * One batch: many enough to make handing it over cheap, and no larger than what the processor's caches and the
 * allocator's ready-made blocks hold. Measured in Chromium 156: with 1 MiB, recording costs half as much again.
 */
const BATCH_MESSAGES = 2_000;
const BATCH_BYTES = 131_072;

/** The first messages from here on, as many as one batch takes, and the last of them. */
export function packMessages(
  first: KeptMessage,
  mostMessages = BATCH_MESSAGES,
): { readonly batch: MessageBatch; readonly last: KeptMessage } {
  let count = 0;
  let batchBytes = 0;
  let byteLength = 0;
  let last = first;
  for (
    let message: KeptMessage | undefined = first;
    message !== undefined && count < mostMessages && batchBytes < BATCH_BYTES;
    message = message.next
  ) {
    count += 1;
    batchBytes += (message.text?.length ?? message.keptBytes) + HEAD_FIELDS * 8;
    byteLength += message.keptBytes;
    last = message;
  }

  const heads = new Numbers(count * HEAD_FIELDS);
  const bytes = new Bytes(byteLength);
  const blobs: Blob[] = [];
  let text = '';
  let blobCount = 0;
  let at = 0;
  let message = first;
  for (let index = 0; index < heads.length; index += HEAD_FIELDS) {
    // A typed array's elements are its own: no setter of the page's is ever reached.
    heads[index] = message.seq;
    heads[index + 1] = message.timeMs;
    heads[index + 2] = message.socketId;
    heads[index + 3] = message.sizeBytes;
    heads[index + 4] = kindOf(message);
    if (message.text !== undefined) {
      heads[index + 5] = message.text.length;
      text += message.text;
    } else if (message.slab !== undefined) {
      const { slab, start, keptBytes } = message;
      heads[index + 5] = keptBytes;
      setBytes(bytes, [new Bytes(slab.bytes.buffer, start, keptBytes), at]);
      at += keptBytes;
    } else if (message.blob !== undefined) {
      append(blobs, blobCount, message.blob);
      blobCount += 1;
    }
    message = message.next ?? message;
  }
  return { batch: { type: 'message-batch', heads, text, bytes: bytes.buffer, blobs }, last };
}

function kindOf({ isOut, text, slab, blob }: KeptMessage): number {
  const body =
    text !== undefined
      ? KIND.isText
      : slab !== undefined
        ? KIND.isBytes
        : blob !== undefined
          ? KIND.isBlob
          : 0;
  return isOut ? body + KIND.isOut : body;
}

/** `list[index] = value`, but a setter that the page planted on `Array.prototype` is never reached. */
function append(list: Blob[], index: number, value: Blob): void {
  defineProperty(list, index, {
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor);
}
