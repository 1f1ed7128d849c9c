import type { PageRecord } from './page-port';

/** What a record costs besides its body: the object, its strings' headers, the list node. Our estimate. */
const RECORD_OVERHEAD_BYTES = 160;

interface Node {
  readonly record: PageRecord;
  readonly costBytes: number;
  next: Node | undefined;
}

/**
 * The last messages of one frame, bounded in bytes: the oldest goes first. What is gone shows in the totals that
 * each socket counts for itself (`socket-traffic`).
 * A linked list, because writing to an array index can hit a setter that a page planted on `Array.prototype`.
 */
export interface Ring {
  push(record: PageRecord, bodyBytes: number): void;
  /** Calls `visit` with each record after `afterSeq`, oldest first, until it returns false. */
  visitAfter(afterSeq: number, visit: (record: PageRecord, costBytes: number) => boolean): void;
  clear(): void;
  resize(capacityBytes: number): void;
}

export function createRing(initialCapacityBytes: number): Ring {
  let capacityBytes = initialCapacityBytes;
  let head: Node | undefined;
  let tail: Node | undefined;
  let heldBytes = 0;
  // Where the last visit stopped, so that a stream of visits costs what is new and not what is held.
  let cursor: Node | undefined;

  function makeRoom(): void {
    while (heldBytes > capacityBytes && head !== undefined && head !== tail) {
      heldBytes -= head.costBytes;
      if (cursor === head) cursor = undefined;
      head = head.next;
    }
  }

  return {
    push(record, bodyBytes) {
      const node: Node = { record, costBytes: bodyBytes + RECORD_OVERHEAD_BYTES, next: undefined };
      if (tail === undefined) head = node;
      else tail.next = node;
      tail = node;
      heldBytes += node.costBytes;
      makeRoom();
    },
    visitAfter(afterSeq, visit) {
      let node = cursor !== undefined && cursor.record.seq <= afterSeq ? cursor : head;
      while (node !== undefined && node.record.seq <= afterSeq) {
        cursor = node;
        node = node.next;
      }
      while (node !== undefined && visit(node.record, node.costBytes)) {
        cursor = node;
        node = node.next;
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
