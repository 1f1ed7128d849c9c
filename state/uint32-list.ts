/** A list of numbers that grows at its end and is cut there: four bytes each, where an array of a million takes more. */
export interface Uint32List {
  readonly length: number;
  push(value: number): void;
  at(place: number): number;
  cut(length: number): void;
  /** Place of the first value that is not below; the values must go up. */
  lowerBound(value: number): number;
}

const FIRST_CAPACITY = 256;

export function createUint32List(): Uint32List {
  let values = new Uint32Array(FIRST_CAPACITY);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const more = new Uint32Array(2 * length);
        more.set(values);
        values = more;
      }
      values[length] = value;
      length += 1;
    },
    at: (place) => values[place] ?? 0,
    cut(to) {
      length = Math.min(length, to);
    },
    lowerBound(value) {
      let low = 0;
      for (let high = length; low < high;) {
        const middle = (low + high) >> 1;
        if ((values[middle] ?? 0) < value) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
