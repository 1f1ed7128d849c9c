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

/** Takes no memory while each value is its own place: all messages, all in their order. */
export function createUint32List(): Uint32List {
  let values: Uint32Array<ArrayBuffer> | undefined;
  let length = 0;

  /** Grown by a half: of a million, doubling leaves half a million unused. */
  function withRoom(): Uint32Array<ArrayBuffer> {
    if (values !== undefined && length < values.length) return values;
    const more = new Uint32Array(Math.max(FIRST_CAPACITY, length + (length >> 1)));
    if (values === undefined) for (let place = 0; place < length; place += 1) more[place] = place;
    else more.set(values);
    return (values = more);
  }

  return {
    get length() {
      return length;
    },
    push(value) {
      if (values !== undefined || value !== length) withRoom()[length] = value;
      length += 1;
    },
    at: (place) => (values === undefined ? (place < length ? place : 0) : (values[place] ?? 0)),
    cut(to) {
      length = Math.min(length, to);
      if (length === 0) values = undefined;
    },
    lowerBound(value) {
      if (values === undefined) return Math.min(length, Math.max(0, Math.ceil(value)));
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
