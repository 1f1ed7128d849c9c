import type { BODY_LIMIT_BYTES as LIMIT } from '../../core/capture/body-limit';
import {
  blobSize,
  bufferByteLength,
  captureGetter,
  captureMethod,
  isView,
  stringSlice,
  viewBounds,
} from './primordials';

/** As in core/capture/body-limit.ts. */
export const BODY_LIMIT_BYTES: typeof LIMIT = 1_048_576;

/**
 * One message's body where it lies: text and Blobs cannot change, bytes are the page's own and must be copied before it
 * runs again. Always the same fields, because the engine is faster with objects of one shape.
 */
export interface MessageBody {
  /** What went over the wire; of text the UTF-16 units. */
  readonly sizeBytes: number;
  /** No longer than the limit. Absent: the body is binary, or the browser alone knows what it became. */
  readonly text: string | undefined;
  readonly buffer: ArrayBufferLike | undefined;
  readonly byteOffset: number;
  readonly blob: Blob | undefined;
}

/** What the WebSocket API takes as binary, in any realm. `foreign`: an object that it will convert to a string. */
export type DataKind = 'text' | 'buffer' | 'view' | 'blob' | 'shared' | 'primitive' | 'foreign';

const sharedByteLength =
  typeof SharedArrayBuffer === 'undefined'
    ? undefined
    : captureGetter<number>(SharedArrayBuffer.prototype, 'byteLength');

function answers(getter: (target: unknown) => unknown, target: unknown): boolean {
  try {
    getter(target);
    return true;
  } catch {
    // Not one of these: the getter's brand check is the only test that holds across realms.
    return false;
  }
}

/** Tells what `send(data)` will make of `data` without touching anything that the page could observe. */
export function dataKind(data: unknown): DataKind {
  if (typeof data === 'string') return 'text';
  if ((typeof data !== 'object' && typeof data !== 'function') || data === null) return 'primitive';
  if (isView(data)) return 'view';
  if (answers(bufferByteLength, data)) return 'buffer';
  if (answers(blobSize, data)) return 'blob';
  if (sharedByteLength !== undefined && answers(sharedByteLength, data)) return 'shared';
  return 'foreign';
}

/** The body of a message. Called only with data that the native API has accepted. Nothing is copied. */
export function bodyOf(data: unknown): MessageBody {
  if (typeof data === 'string') return textBody(data);
  switch (dataKind(data)) {
    case 'buffer':
      return binaryBody(bufferByteLength(data), data as ArrayBuffer, 0, undefined);
    case 'view': {
      const { buffer, byteOffset, byteLength } = viewBounds(data);
      return binaryBody(byteLength, buffer, byteOffset, undefined);
    }
    case 'blob':
      return binaryBody(blobSize(data), undefined, 0, data as Blob);
    case 'primitive':
      return textBody(printPrimitive(data));
    case 'text':
    case 'shared':
    case 'foreign':
      return UNREAD;
  }
}

/** A body that is there, and of which nothing is known. */
export const UNREAD: MessageBody = {
  sizeBytes: 0,
  text: undefined,
  buffer: undefined,
  byteOffset: 0,
  blob: undefined,
};

/**
 * Symbols threw already and other primitives print themselves without calling page code. `document.all`, the one
 * object whose type is "undefined", could call some and stays unread.
 */
function printPrimitive(data: unknown): string {
  const isDocumentAll = typeof data === 'undefined' && (data as unknown) !== undefined;
  return isDocumentAll ? '' : `${data as number}`;
}

function textBody(text: string): MessageBody {
  return {
    sizeBytes: text.length,
    text: text.length <= BODY_LIMIT_BYTES ? text : beginningOf(text),
    buffer: undefined,
    byteOffset: 0,
    blob: undefined,
  };
}

function binaryBody(
  sizeBytes: number,
  buffer: ArrayBufferLike | undefined,
  byteOffset: number,
  blob: Blob | undefined,
): MessageBody {
  return { sizeBytes, text: undefined, buffer, byteOffset, blob };
}

const encode = captureMethod<Uint8Array>(TextEncoder.prototype, 'encode');
const decode = captureMethod<string>(TextDecoder.prototype, 'decode');
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Through bytes and back: what `slice()` returns keeps the whole text alive, 100 MB for the sake of one. */
function beginningOf(text: string): string {
  return decode(decoder, [encode(encoder, [stringSlice(text, [0, BODY_LIMIT_BYTES])])]);
}
