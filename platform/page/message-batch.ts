import { Bytes, defineProperty, Numbers, setBytes, stringSlice } from './primordials';
import { BODY_LIMIT_BYTES } from './message-body';
import { HEAD_FIELDS, KIND, type MessageBatch } from './message-heads';
import type { KeptMessage } from './ring';

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
    batchBytes += message.keptLength + HEAD_FIELDS * 8;
    if (message.slab !== undefined) byteLength += message.keptLength;
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
    const { keptLength } = message;
    heads[index + 5] = keptLength;
    if (message.text !== undefined) {
      text += keptLength < message.text.length ? stringSlice(message.text, [0, keptLength]) : message.text;
    } else if (message.slab !== undefined) {
      setBytes(bytes, [new Bytes(message.slab.bytes.buffer, message.start, keptLength), at]);
      at += keptLength;
    } else if (message.blob !== undefined) {
      append(blobs, blobCount, message.blob);
      blobCount += 1;
    }
    message = message.next ?? message;
  }
  return { batch: { type: 'message-batch', heads, text, bytes: bytes.buffer, blobs }, last };
}

/** This message alone, with all that is kept of it. */
export function packWhole(message: KeptMessage): MessageBatch {
  const { text, blob, keptLength } = message;
  const wholeLength = text?.length ?? (blob === undefined ? keptLength : BODY_LIMIT_BYTES);
  return packMessages({ __proto__: null, ...message, keptLength: wholeLength } as KeptMessage, 1).batch;
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
