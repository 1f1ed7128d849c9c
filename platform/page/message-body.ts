import {
  blobSize,
  bufferByteLength,
  copyBytes,
  isView,
  stringSlice,
  viewBounds,
  captureGetter,
} from './primordials';

/** The longest body that is kept; longer ones are cut and keep their true size. */
const BODY_LIMIT_BYTES = 1_048_576;

/** A message's body as it is kept. `bytes` is a copy (the page may change or transfer its own) or the Blob itself. */
export interface MessageBody {
  readonly format: 'text' | 'binary';
  readonly sizeBytes: number;
  readonly text?: string;
  readonly bytes?: ArrayBuffer | Blob;
  readonly isCut?: true;
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

/** The body is still in the browser's hands, and takes time to read. */
export function isUnreadBlob({ bytes }: MessageBody): boolean {
  return bytes !== undefined && answers(blobSize, bytes);
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

/** A copy of what is worth keeping. Called only with data that the native API has accepted. */
export function copyBody(data: unknown): MessageBody {
  switch (dataKind(data)) {
    case 'text':
      return textBody(data as string);
    case 'buffer':
      return bufferBody(data as ArrayBuffer, 0, bufferByteLength(data));
    case 'view': {
      const { buffer, byteOffset, byteLength } = viewBounds(data);
      return bufferBody(buffer as ArrayBuffer, byteOffset, byteLength);
    }
    case 'blob':
      return { format: 'binary', sizeBytes: blobSize(data), bytes: data as Blob };
    case 'primitive':
      return textBody(printPrimitive(data));
    case 'shared':
    case 'foreign':
      return { format: 'text', sizeBytes: 0 };
  }
}

/**
 * Symbols threw already and other primitives print themselves without calling page code. `document.all`, the one
 * object whose type is "undefined", could call some and stays unread.
 */
function printPrimitive(data: unknown): string {
  const isDocumentAll = typeof data === 'undefined' && (data as unknown) !== undefined;
  return isDocumentAll ? '' : `${data as number}`;
}

function textBody(text: string): MessageBody {
  if (text.length <= BODY_LIMIT_BYTES) return { format: 'text', sizeBytes: text.length, text };
  return {
    format: 'text',
    sizeBytes: text.length,
    text: stringSlice(text, [0, BODY_LIMIT_BYTES]),
    isCut: true,
  };
}

function bufferBody(buffer: ArrayBuffer, byteOffset: number, byteLength: number): MessageBody {
  if (byteLength <= BODY_LIMIT_BYTES) {
    return { format: 'binary', sizeBytes: byteLength, bytes: copyBytes(buffer, byteOffset, byteLength) };
  }
  return {
    format: 'binary',
    sizeBytes: byteLength,
    bytes: copyBytes(buffer, byteOffset, BODY_LIMIT_BYTES),
    isCut: true,
  };
}

/** What holding the body costs the ring. A Blob's bytes live outside the page's heap, but someone holds them. */
export function bodyCost(body: MessageBody): number {
  if (body.format === 'text') return (body.isCut === true ? BODY_LIMIT_BYTES : body.sizeBytes) * 2;
  return body.sizeBytes > BODY_LIMIT_BYTES && body.isCut === true ? BODY_LIMIT_BYTES : body.sizeBytes;
}
