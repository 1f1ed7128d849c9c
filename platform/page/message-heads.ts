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
