import { createUint32List } from './uint32-list';

/** What a list shows: places that were found, in order, and heartbeats that follow each other in one row. */
export interface ListRows {
  readonly foundCount: number;
  readonly rowCount: number;
  add(place: number): void;
  /** Forgets everything that stands at this place or behind it. */
  goBackTo(place: number): void;
  /** The place that was found as the so many-th. */
  foundAt(number: number): number;
  /** The numbers of what is found in a row, from the first to before the last. */
  rowAt(row: number): { readonly start: number; readonly end: number } | undefined;
  /** The row that a place is in; undefined: it was not found. */
  rowOf(place: number): number | undefined;
}

/** @param isFolded a place that shares a row with others like it */
export function createListRows(isFolded: (place: number) => boolean): ListRows {
  const found = createUint32List();
  const starts = createUint32List();
  /** The last of what was found may be joined by more. */
  let isOpen = false;
  return {
    get foundCount() {
      return found.length;
    },
    get rowCount() {
      return starts.length;
    },
    add(place) {
      const joins = isFolded(place);
      if (!joins || !isOpen) starts.push(found.length);
      isOpen = joins;
      found.push(place);
    },
    goBackTo(place) {
      found.cut(found.lowerBound(place));
      starts.cut(starts.lowerBound(found.length));
      isOpen = found.length > 0 && isFolded(found.at(found.length - 1));
    },
    foundAt: (number) => found.at(number),
    rowAt(row) {
      if (row < 0 || row >= starts.length) return undefined;
      return { start: starts.at(row), end: row + 1 < starts.length ? starts.at(row + 1) : found.length };
    },
    rowOf(place) {
      const number = found.lowerBound(place);
      if (number >= found.length || found.at(number) !== place) return undefined;
      return starts.lowerBound(number + 1) - 1;
    },
  };
}
