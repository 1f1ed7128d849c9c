/** How many bytes a packet takes; `more`: too few are there to say; `broken`: no packet of this protocol begins so. */
export type Extent = number | 'more' | 'broken';

/** Where the packets of a protocol end that pays no heed to the borders of messages. */
export interface Framing {
  /** Of the packet that begins at `from`. May be more than there is. */
  readonly extentAt: (bytes: Uint8Array, from: number) => Extent;
  /** After `more`: whether these bytes, which follow, may change the answer. A cheap look, so that cost stays linear. */
  readonly isTelling: (added: Uint8Array) => boolean;
}

/** What was found in one message. */
export type Piece =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** The message's body was cut within it: this is what was kept of a packet. */
  | { readonly kind: 'cut'; readonly bytes: Uint8Array }
  /** A packet that ends in a later message. `neededBytes` undefined: where is not known yet. */
  | { readonly kind: 'part'; readonly haveBytes: number; readonly neededBytes: number | undefined }
  /** No packet begins here. */
  | { readonly kind: 'broken'; readonly sizeBytes: number };

/** A packet whose end is still to come. A chain, so that adding to it copies nothing. */
export interface Pending {
  readonly last: Uint8Array;
  readonly before: Pending | undefined;
  readonly haveBytes: number;
  readonly neededBytes: number | undefined;
}

interface StreamReading {
  readonly pieces: readonly Piece[];
  readonly pending: Pending | undefined;
}

/** A packet that claims to be longer and is not all there is taken for noise. Our choice. */
const PENDING_LIMIT = 16 * 1024 * 1024;

/** Reads one message of one direction. `pending`: what the message before it left; it is not changed. */
export function readStream(
  added: Uint8Array,
  isCut: boolean,
  pending: Pending | undefined,
  framing: Framing,
): StreamReading {
  if (pending === undefined) return split(added, isCut, framing);
  const haveBytes = pending.haveBytes + added.length;
  const { neededBytes } = pending;
  const isComplete = neededBytes === undefined ? framing.isTelling(added) : haveBytes >= neededBytes;
  if (!isComplete) {
    const next = { last: added, before: pending, haveBytes, neededBytes };
    const isLost = isCut || haveBytes > PENDING_LIMIT;
    return { pieces: [{ kind: 'part', haveBytes, neededBytes }], pending: isLost ? undefined : next };
  }
  const joined = split(join(pending, added, haveBytes), isCut, framing);
  if (!joined.pieces.some(({ kind }) => kind === 'broken')) return joined;
  // Messages between the two may be missing: then this one begins anew.
  const anew = split(added, isCut, framing);
  return anew.pieces.some(({ kind }) => kind === 'broken') ? joined : anew;
}

function split(bytes: Uint8Array, isCut: boolean, framing: Framing): StreamReading {
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length;) {
    const extent = framing.extentAt(bytes, at);
    const haveBytes = bytes.length - at;
    if (extent === 'broken' || (extent !== 'more' && (extent <= 0 || isTooLong(extent, haveBytes)))) {
      pieces.push({ kind: 'broken', sizeBytes: haveBytes });
      return { pieces, pending: undefined };
    }
    if (extent !== 'more' && extent <= haveBytes) {
      pieces.push({ kind: 'whole', bytes: bytes.subarray(at, at + extent) });
      at += extent;
      continue;
    }
    const last = bytes.subarray(at);
    // What the cut took away cannot be counted on: the next message is taken to begin with a packet.
    if (isCut) return { pieces: [...pieces, { kind: 'cut', bytes: last }], pending: undefined };
    const neededBytes = extent === 'more' ? undefined : extent;
    pieces.push({ kind: 'part', haveBytes, neededBytes });
    return { pieces, pending: { last, before: undefined, haveBytes, neededBytes } };
  }
  return { pieces, pending: undefined };
}

function isTooLong(extent: number, haveBytes: number): boolean {
  return extent > haveBytes && extent > PENDING_LIMIT;
}

function join(pending: Pending, added: Uint8Array, sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  whole.set(added, pending.haveBytes);
  let end = pending.haveBytes;
  for (let link: Pending | undefined = pending; link !== undefined; link = link.before) {
    end -= link.last.length;
    whole.set(link.last, end);
  }
  return whole;
}
