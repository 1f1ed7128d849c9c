import { decode } from '@msgpack/msgpack';

/** MessagePack that parses, or undefined. */
export function parseMsgpack(bytes: Uint8Array): { readonly value: unknown } | undefined {
  // The library makes room for an array before it reads it: nested arrays that only claim to be long would take
  // memory without end. Where all items are there, they cannot be more than the bytes.
  if (!isWhole(bytes)) return undefined;
  try {
    return { value: decode(bytes) };
  } catch {
    // Whole, but of no use: an unknown date, a map with keys that are no text.
    return undefined;
  }
}

/** The bytes are one value of the format's specification, to the last byte. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  let missing = 1;
  while (missing > 0) {
    const item = itemAt(view, offset);
    if (item === undefined) return false;
    offset = item.end;
    missing += item.inside - 1;
    // Each item takes a byte at least.
    if (missing > view.byteLength - offset) return false;
  }
  return offset === view.byteLength;
}

interface Item {
  /** Where the next item begins: behind the content of text and bytes, behind the length of arrays and maps. */
  readonly end: number;
  /** Items that follow and belong to it. */
  readonly inside: number;
}

function itemAt(view: DataView, offset: number): Item | undefined {
  if (offset >= view.byteLength) return undefined;
  const byte = view.getUint8(offset);
  const next = offset + 1;
  if (byte < 0x80 || byte >= 0xe0) return { end: next, inside: 0 };
  if (byte < 0x90) return { end: next, inside: 2 * (byte & 0x0f) };
  if (byte < 0xa0) return { end: next, inside: byte & 0x0f };
  if (byte < 0xc0) return { end: next + (byte & 0x1f), inside: 0 };
  const format = FORMATS[byte - 0xc0];
  if (format === undefined) return undefined;
  if (format.kind === 'fixed') return { end: next + format.bytes, inside: 0 };
  const start = next + format.lengthBytes;
  if (start > view.byteLength) return undefined;
  const length = readLength(view, next, format.lengthBytes);
  return format.kind === 'content'
    ? { end: start + length + format.extraBytes, inside: 0 }
    : { end: start, inside: length * format.itemsEach };
}

function readLength(view: DataView, offset: number, lengthBytes: 1 | 2 | 4): number {
  switch (lengthBytes) {
    case 1:
      return view.getUint8(offset);
    case 2:
      return view.getUint16(offset);
    case 4:
      return view.getUint32(offset);
  }
}

type Format =
  | { readonly kind: 'fixed'; readonly bytes: number }
  | { readonly kind: 'content'; readonly lengthBytes: 1 | 2 | 4; readonly extraBytes: number }
  | { readonly kind: 'items'; readonly lengthBytes: 2 | 4; readonly itemsEach: 1 | 2 };

/** 0xc0 to 0xdf. https://github.com/msgpack/msgpack/blob/master/spec.md#formats */
const FORMATS: readonly (Format | undefined)[] = [
  fixed(0),
  undefined,
  fixed(0),
  fixed(0),
  // bin 8, 16, 32; ext 8, 16, 32, which have a type of one byte.
  content(1),
  content(2),
  content(4),
  content(1, 1),
  content(2, 1),
  content(4, 1),
  // float 32 and 64; uint 8 to 64; int 8 to 64.
  ...[4, 8, 1, 2, 4, 8, 1, 2, 4, 8].map(fixed),
  // fixext 1 to 16.
  ...[2, 3, 5, 9, 17].map(fixed),
  // str 8, 16, 32; array 16, 32; map 16, 32.
  content(1),
  content(2),
  content(4),
  { kind: 'items', lengthBytes: 2, itemsEach: 1 },
  { kind: 'items', lengthBytes: 4, itemsEach: 1 },
  { kind: 'items', lengthBytes: 2, itemsEach: 2 },
  { kind: 'items', lengthBytes: 4, itemsEach: 2 },
];

function fixed(bytes: number): Format {
  return { kind: 'fixed', bytes };
}
function content(lengthBytes: 1 | 2 | 4, extraBytes = 0): Format {
  return { kind: 'content', lengthBytes, extraBytes };
}
