/** The same chance each time for the same seed (mulberry32): whatever a campaign finds can be found again. */
export interface Chance {
  /** From 0 up to and without `limit`. */
  below(limit: number): number;
  pick<Value>(list: readonly Value[], otherwise: Value): Value;
}

export function createChance(seed: number): Chance {
  let state = seed | 0;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
  return { below, pick: (list, otherwise) => list[below(list.length)] ?? otherwise };
}

/** One number of a campaign's seed, a target's name and an input's index. */
export function seedOf(seed: number, name: string, index: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ index;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) | 0;
}
