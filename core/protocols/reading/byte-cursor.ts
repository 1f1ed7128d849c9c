/**
 * Reads binary packets from left to right. Past the end it gives zeros and empty texts and says so in `isShort`, so
 * that a packet is read in one go and judged once.
 */
export interface ByteCursor {
  readonly leftBytes: number;
  /** More was asked for than there was, or a number was longer than it may be. */
  isShort(): boolean;
  uint8(): number;
  /** Big-endian, as the next one. */
  uint16(): number;
  uint32(): number;
  /** Seven bits a byte, the lowest first, the highest bit of a byte announces another. */
  varint(maxBytes: number): number;
  bytes(length: number): Uint8Array;
  /** UTF-8; what is no UTF-8 becomes U+FFFD. */
  text(length: number): string;
}

export function createByteCursor(source: Uint8Array): ByteCursor {
  let at = 0;
  let isShort = false;

  function uint8(): number {
    const value = source[at];
    if (value === undefined) isShort = true;
    else at += 1;
    return value ?? 0;
  }
  function bytes(length: number): Uint8Array {
    if (length > source.length - at) isShort = true;
    const start = at;
    at = Math.min(source.length, at + length);
    return source.subarray(start, at);
  }

  return {
    get leftBytes() {
      return source.length - at;
    },
    isShort: () => isShort,
    uint8,
    uint16: () => uint8() * 0x100 + uint8(),
    uint32: () => uint8() * 0x1000000 + uint8() * 0x10000 + uint8() * 0x100 + uint8(),
    varint(maxBytes) {
      let value = 0;
      for (let index = 0; index < maxBytes; index += 1) {
        const byte = uint8();
        value += (byte & 0x7f) * 2 ** (7 * index);
        if (byte < 0x80) return value;
      }
      isShort = true;
      return value;
    },
    bytes,
    text: (length) => new TextDecoder().decode(bytes(length)),
  };
}
