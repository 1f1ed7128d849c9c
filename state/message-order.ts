import type { MessageEventRecord } from '../core/capture/event';
import { createUint32List } from './uint32-list';

type Messages = readonly MessageEventRecord[];

/** The messages of one or more connections in the order of their times. Each has a place, from 0. */
export interface MessageOrder {
  /**
   * Takes in what has come. The same lists each time, in the same order; new lists at the end.
   *
   * @returns the first place that does not hold what it held before
   */
  update(lists: readonly Messages[]): number;
  readonly count: number;
  /** Which of the lists. */
  listAt(place: number): number;
  /** Where in that list. */
  indexAt(place: number): number;
  /** The place of a message, by its list and its place in it; undefined: it is not in here. */
  placeOf(list: number, index: number): number | undefined;
}

/** One connection is in order by itself, and a list of it needs no memory. */
export function createSingleOrder(): MessageOrder {
  let seen: Messages = [];
  /** Refs of the newest messages, oldest first: what comes late stands a little before the end. */
  let tail: MessageEventRecord[] = [];
  let count = 0;
  return {
    update([messages = []]) {
      if (messages !== seen) {
        seen = messages;
        tail = [];
        count = 0;
      }
      const before = count;
      let kept = before;
      // A late message moves all that follow it.
      while (
        kept > 0 &&
        before - kept < tail.length &&
        messages[kept - 1] !== tail[tail.length - 1 - (before - kept)]
      )
        kept -= 1;
      if (before - kept === tail.length && tail.length > 0) kept = 0;
      count = messages.length;
      tail = messages.slice(-TAIL_LENGTH);
      return Math.min(kept, count);
    },
    get count() {
      return count;
    },
    listAt: () => 0,
    indexAt: (place) => place,
    placeOf: (list, index) => (list === 0 && index >= 0 && index < count ? index : undefined),
  };
}
/** Later than this behind the newest, and the list is made anew. Control messages come some hundreds ahead at most. */
const TAIL_LENGTH = 4_096;

export function createMergedOrder(): MessageOrder {
  const lists: Messages[] = [];
  /** What each list held when it was taken in. */
  const taken: MessageEventRecord[][] = [];
  const listOf = createUint32List();
  const indexOf = createUint32List();

  function cut(to: number): void {
    for (let place = listOf.length - 1; place >= to; place -= 1) {
      const list = taken[listOf.at(place)];
      if (list !== undefined) list.length = Math.min(list.length, indexOf.at(place));
    }
    listOf.cut(to);
    indexOf.cut(to);
  }

  function timeAt(place: number): number {
    return taken[listOf.at(place)]?.[indexOf.at(place)]?.timeMs ?? 0;
  }

  /** Goes back to before what has changed, and to before the earliest of what is new. */
  function goBack(): void {
    let earliestMs = Infinity;
    let staleLists = 0;
    const keeps: number[] = [];
    for (const [number, messages] of lists.entries()) {
      const mine = taken[number] ?? [];
      let kept = Math.min(mine.length, messages.length);
      while (kept > 0 && messages[kept - 1] !== mine[kept - 1]) kept -= 1;
      keeps.push(kept);
      if (kept < mine.length) staleLists += 1;
      if (kept < messages.length) earliestMs = Math.min(earliestMs, messages[kept]?.timeMs ?? Infinity);
    }
    let place = listOf.length;
    while (place > 0) {
      const number = listOf.at(place - 1);
      const isStale = indexOf.at(place - 1) >= (keeps[number] ?? 0);
      if (isStale && indexOf.at(place - 1) === keeps[number]) staleLists -= 1;
      if (staleLists === 0 && !isStale && timeAt(place - 1) <= earliestMs) break;
      place -= 1;
    }
    if (place < listOf.length) cut(place);
  }

  function take(number: number): number {
    const mine = taken[number];
    const message = lists[number]?.[mine?.length ?? 0];
    if (mine === undefined || message === undefined) return Infinity;
    listOf.push(number);
    indexOf.push(mine.length);
    mine.push(message);
    return headMs(number);
  }

  function headMs(number: number): number {
    return lists[number]?.[taken[number]?.length ?? 0]?.timeMs ?? Infinity;
  }

  return {
    update(newLists) {
      for (let number = lists.length; number < newLists.length; number += 1) {
        lists.push(newLists[number] ?? []);
        taken.push([]);
      }
      goBack();
      const unchanged = listOf.length;
      const heap: { readonly number: number; timeMs: number }[] = [];
      for (const number of lists.keys()) {
        const timeMs = headMs(number);
        if (timeMs < Infinity) heap.push({ number, timeMs });
      }
      heap.sort((a, b) => a.timeMs - b.timeMs);
      for (let head = heap[0]; head !== undefined && head.timeMs < Infinity; head = heap[0]) {
        head.timeMs = take(head.number);
        sink(heap);
      }
      return unchanged;
    },
    get count() {
      return listOf.length;
    },
    listAt: (place) => listOf.at(place),
    indexAt: (place) => indexOf.at(place),
    placeOf(list, index) {
      const timeMs = taken[list]?.[index]?.timeMs;
      if (timeMs === undefined) return undefined;
      let low = 0;
      for (let high = listOf.length; low < high;) {
        const middle = (low + high) >> 1;
        if (timeAt(middle) < timeMs) low = middle + 1;
        else high = middle;
      }
      // Clocks may go back a little within a connection, so the place is near but not always right there.
      for (let step = 0; step < listOf.length; step += 1) {
        for (const place of [low + step, low - step])
          if (place >= 0 && place < listOf.length && listOf.at(place) === list && indexOf.at(place) === index)
            return place;
      }
      return undefined;
    },
  };
}

/** The first of a heap has grown: it goes down to where it belongs. */
function sink(heap: { readonly number: number; timeMs: number }[]): void {
  let at = 0;
  for (;;) {
    const here = heap[at];
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (here === undefined || left === undefined) return;
    const isRight = right !== undefined && right.timeMs < left.timeMs;
    const least = isRight ? right : left;
    if (least.timeMs >= here.timeMs) return;
    const place = 2 * at + (isRight ? 2 : 1);
    heap[at] = least;
    heap[place] = here;
    at = place;
  }
}
