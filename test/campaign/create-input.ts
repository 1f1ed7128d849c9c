import fc from 'fast-check';
import { createChance, seedOf } from './chance';
import { mutate } from './mutate';
import type { Body, Input, Target } from './target';

/** What no sample begins with: any text, any JSON, any bytes. */
const ANYTHING: fc.Arbitrary<Body> = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
);

/** The input of this index: three of four are changed samples, the fourth is fast-check's. The same each time. */
export function createInput({ name, samples }: Target, seed: number, index: number): Input {
  const chance = createChance(seedOf(seed, name, index));
  const pick = chance.below(2 ** 30);
  if (index % 4 === 3) {
    const [body = ''] = fc.sample(ANYTHING, { seed: seedOf(seed, name, index), numRuns: 1 });
    return { body, pick };
  }
  return { body: mutate(chance.pick(samples, ''), chance.pick(samples, ''), chance), pick };
}
