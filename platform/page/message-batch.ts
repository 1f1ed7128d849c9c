import { Bytes, defineProperty, Numbers, setBytes, stringSlice } from './primordials';
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

export const HEAD_FIELDS = 7;
/** Where in a message's numbers each of them stands; `from`: so much of its body was in the batches before. */
export const HEAD = {
  seq: 0,
  timeMs: 1,
  socketId: 2,
  sizeBytes: 3,
  kind: 4,
  keptLength: 5,
  from: 6,
} as const;
/** Bits of `kind`. Neither text, bytes nor Blob: nothing of the body is known. */
export const KIND = { isOut: 1, isText: 2, isBytes: 4, isBlob: 8, goesOn: 16 } as const;

const BATCH_MESSAGES = 2_000;
/**
 * What one batch holds, of texts in UTF-16 units. The extension's port costs a page nearly three times as much for each
 * byte once a message has 64 KiB: from there on Chromium 156 takes shared memory for it. Two bytes a unit stay below.
 */
const BATCH_LENGTH = 24_576;

/**
 * The first messages from here on, as much as one batch takes: the end of a long body comes in the batches after it.
 *
 * @param from so much of the first one's body has been packed before
 * @returns the last of them, and how much of its body is packed if that is not all
 */
export function packMessages(
  first: KeptMessage,
  from = 0,
  mostMessages = BATCH_MESSAGES,
): { readonly batch: MessageBatch; readonly last: KeptMessage; readonly packedOfLast: number } {
  let count = 0;
  let room = BATCH_LENGTH;
  let byteLength = 0;
  let last = first;
  let packedOfLast = 0;
  for (
    let message: KeptMessage | undefined = first;
    message !== undefined && count < mostMessages && room > 0;
    message = message.next
  ) {
    const start = count === 0 ? from : 0;
    const left = lengthOf(message) - start;
    const piece = left < room ? left : room;
    packedOfLast = piece < left ? start + piece : 0;
    if (message.text === undefined) byteLength += piece;
    room -= piece + HEAD_FIELDS * 8;
    count += 1;
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
    const start = index === 0 ? from : 0;
    const end = packedOfLast > 0 && message === last ? packedOfLast : lengthOf(message);
    // A typed array's elements are its own: no setter of the page's is ever reached.
    heads[index] = message.seq;
    heads[index + 1] = message.timeMs;
    heads[index + 2] = message.socketId;
    heads[index + 3] = message.sizeBytes;
    heads[index + 4] = kindOf(message) + (end < lengthOf(message) ? KIND.goesOn : 0);
    heads[index + 5] = end - start;
    heads[index + 6] = start;
    if (message.text !== undefined) {
      text += end - start === message.text.length ? message.text : stringSlice(message.text, [start, end]);
    } else if (message.slab !== undefined) {
      setBytes(bytes, [new Bytes(message.slab.bytes.buffer, message.start + start, end - start), at]);
      at += end - start;
    } else if (message.blob !== undefined) {
      append(blobs, blobCount, message.blob);
      blobCount += 1;
    }
    message = message.next ?? message;
  }
  return {
    batch: { type: 'message-batch', heads, text, bytes: bytes.buffer, blobs },
    last,
    packedOfLast,
  };
}

/** Of its body, what is kept in the page: nothing of a Blob. */
function lengthOf({ text, keptBytes }: KeptMessage): number {
  return text === undefined ? keptBytes : text.length;
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
