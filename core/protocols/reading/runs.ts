/** A value for each place from 0, where most places have the same as the one before: each run is kept once. */
export interface Runs<Value> {
  /** The value of the next place. */
  push(place: number, value: Value): void;
  at(place: number): Value | undefined;
  /** Forgets everything from this place on. */
  cut(place: number): void;
}

export function createRuns<Value>(): Runs<Value> {
  const starts: number[] = [];
  const values: Value[] = [];

  /** How many runs begin at or before the place. */
  function runsUpTo(place: number): number {
    let low = 0;
    for (let high = starts.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    push(place, value) {
      if (values.length > 0 && values.at(-1) === value) return;
      starts.push(place);
      values.push(value);
    },
    at: (place) => values[runsUpTo(place) - 1],
    cut(place) {
      const kept = runsUpTo(place - 1);
      starts.length = kept;
      values.length = kept;
    },
  };
}
