import { Bytes, setBytes } from './primordials';

/** Some bodies share one buffer: asking for memory, and having it cleared, costs more than copying into it. */
const SLAB_BYTES = 262_144;

/** A piece of memory that several bodies share. Free again when none of them is kept any more. */
export interface Slab {
  readonly bytes: Uint8Array<ArrayBuffer>;
  usedBytes: number;
  /** Bodies in it that are kept. */
  bodies: number;
}

/** Where the bodies of kept messages lie. Bodies are released in the order in which they came. */
export interface ByteStore {
  /** A slab with room for so many bytes after `usedBytes`. */
  slabFor(byteLength: number): Slab;
  release(slab: Slab): void;
}

export function createByteStore(): ByteStore {
  let current: Slab | undefined;
  /** One is enough: in a steady stream the oldest comes free about when the newest is full. */
  let spare: Slab | undefined;

  function nextSlab(): Slab {
    const slab = spare ?? createSlab(SLAB_BYTES);
    spare = undefined;
    slab.usedBytes = 0;
    return slab;
  }

  return {
    slabFor(byteLength) {
      if (byteLength > SLAB_BYTES / 2) return createSlab(byteLength);
      if (current === undefined || current.usedBytes + byteLength > SLAB_BYTES) {
        if (current?.bodies === 0) current.usedBytes = 0;
        else current = nextSlab();
      }
      return current;
    },
    release(slab) {
      slab.bodies -= 1;
      if (slab.bodies === 0 && slab !== current && slab.bytes.length === SLAB_BYTES) spare = slab;
    },
  };
}

function createSlab(byteLength: number): Slab {
  return { bytes: new Bytes(byteLength), usedBytes: 0, bodies: 0 };
}

/** @returns where in the slab the copy begins */
export function copyInto(
  slab: Slab,
  buffer: ArrayBufferLike,
  byteOffset: number,
  byteLength: number,
): number {
  const start = slab.usedBytes;
  setBytes(slab.bytes, [new Bytes(buffer, byteOffset, byteLength), start]);
  slab.usedBytes = start + byteLength;
  slab.bodies += 1;
  return start;
}
