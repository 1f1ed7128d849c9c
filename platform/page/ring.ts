import { createByteStore, copyInto, type Slab } from './byte-store';
import { BODY_LIMIT_BYTES, type MessageBody } from './message-body';

/** What a message costs besides its body: the object and its strings' headers. Our estimate. */
const OVERHEAD_BYTES = 160;

/** One message as it is kept: plain fields in one object, because each of them is paid for by the page. */
export interface KeptMessage {
  readonly seq: number;
  readonly timeMs: number;
  readonly socketId: number;
  readonly isOut: boolean;
  readonly sizeBytes: number;
  readonly text: string | undefined;
  readonly blob: Blob | undefined;
  /** Where the copy of the bytes lies. */
  readonly slab: Slab | undefined;
  readonly start: number;
  /** How much of the body is handed on: of bytes all that were copied, of a text or Blob perhaps only the beginning. */
  readonly keptLength: number;
  next: KeptMessage | undefined;
}

/**
 * The last messages of one frame, bounded in bytes: the oldest goes first. What is gone shows in the totals that
 * each socket counts for itself (`socket-traffic`).
 * A linked list, because writing to an array index can hit a setter that a page planted on `Array.prototype`.
 */
export interface Ring {
  /** @param limit of bytes so much is copied, of a text or a Blob so much handed on */
  push(seq: number, timeMs: number, socketId: number, isOut: boolean, body: MessageBody, limit: number): void;
  /** The oldest message after `seq`; its `next` leads on. */
  firstAfter(seq: number): KeptMessage | undefined;
  /**
   * Takes the last words of a socket out of the ring, oldest first: of its last `LAST_MESSAGES` after `seq` those that
   * are short. Walks all that is kept, twice, so it is for the end of a socket only.
   */
  takeLast(socketId: number, seq: number, onTaken: (message: KeptMessage) => void): void;
  clear(): void;
  resize(capacityBytes: number): void;
}

/** Protocols end in words, then with a code: an error frame, a refusal, a heartbeat between. Our choice. */
const LAST_MESSAGES = 3;
/** As for a socket's first messages: a storm of reconnects must not fill the journal. */
const LAST_MESSAGE_LIMIT = 1_024;

export function createRing(initialCapacityBytes: number): Ring {
  const store = createByteStore();
  let capacityBytes = initialCapacityBytes;
  let head: KeptMessage | undefined;
  let tail: KeptMessage | undefined;
  let heldBytes = 0;
  // Where the last reading stopped, so that a stream of them costs what is new and not what is held.
  let cursor: KeptMessage | undefined;

  function makeRoom(): void {
    while (heldBytes > capacityBytes && head !== undefined && head !== tail) {
      heldBytes -= costOf(head);
      if (head.slab !== undefined) store.release(head.slab);
      if (cursor === head) cursor = undefined;
      head = head.next;
    }
  }

  function isOf(message: KeptMessage, socketId: number, afterSeq: number): boolean {
    return message.socketId === socketId && message.seq > afterSeq;
  }

  function unlink(message: KeptMessage, before: KeptMessage | undefined): void {
    heldBytes -= costOf(message);
    if (message.slab !== undefined) store.release(message.slab);
    if (cursor === message) cursor = before;
    if (tail === message) tail = before;
    if (before === undefined) head = message.next;
    else before.next = message.next;
  }

  return {
    push(seq, timeMs, socketId, isOut, { sizeBytes, text, buffer, byteOffset, blob }, limit) {
      let slab: Slab | undefined;
      let start = 0;
      const wholeLength = text?.length ?? sizeBytes;
      const keptLength = wholeLength < limit ? wholeLength : limit;
      if (buffer !== undefined) {
        slab = store.slabFor(keptLength);
        start = copyInto(slab, buffer, byteOffset, keptLength);
      }
      const message: KeptMessage = {
        seq,
        timeMs,
        socketId,
        isOut,
        sizeBytes,
        text,
        blob,
        slab,
        start,
        keptLength,
        next: undefined,
      };
      if (tail === undefined) head = message;
      else tail.next = message;
      tail = message;
      heldBytes += costOf(message);
      if (heldBytes > capacityBytes) makeRoom();
    },
    firstAfter(seq) {
      let message = cursor !== undefined && cursor.seq <= seq ? cursor : head;
      while (message !== undefined && message.seq <= seq) {
        cursor = message;
        message = message.next;
      }
      return message;
    },
    takeLast(socketId, seq, onTaken) {
      let count = 0;
      for (let one = head; one !== undefined; one = one.next) if (isOf(one, socketId, seq)) count += 1;
      let before: KeptMessage | undefined;
      for (let one = head; one !== undefined && count > 0; one = one.next) {
        const isLast = isOf(one, socketId, seq) && (count -= 1) < LAST_MESSAGES;
        // A Blob cannot go with control: extension ports lose it.
        if (!isLast || one.sizeBytes > LAST_MESSAGE_LIMIT || one.blob !== undefined) {
          before = one;
          continue;
        }
        onTaken(one);
        unlink(one, before);
      }
    },
    clear() {
      head = tail = cursor = undefined;
      heldBytes = 0;
    },
    resize(newCapacityBytes) {
      capacityBytes = newCapacityBytes;
      makeRoom();
    },
  };
}

/** What holding it costs. A Blob's bytes live outside the page's heap, but someone holds them. */
function costOf({ text, blob, sizeBytes, keptLength }: KeptMessage): number {
  if (text !== undefined) return text.length * 2 + OVERHEAD_BYTES;
  if (blob !== undefined)
    return (sizeBytes < BODY_LIMIT_BYTES ? sizeBytes : BODY_LIMIT_BYTES) + OVERHEAD_BYTES;
  return keptLength + OVERHEAD_BYTES;
}
