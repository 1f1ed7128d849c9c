import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../platform/page/allowance';

const SHORT = 1_024;
const SAVED = 262_144;
const PER_MS = 512;
const LONGEST = 1_048_576;
const NOW = Date.UTC(2026, 0, 1);

describe('what a page pays for bodies', () => {
  it('is bounded: never more than what had been saved, what came in since, and one body', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ size: fc.integer({ min: 0, max: 2_000_000 }), waitMs: fc.nat(300) }), {
          maxLength: 200,
        }),
        (bodies) => {
          const allowance = createAllowance();
          let nowMs = NOW;
          let wholes = 0;
          for (const { size, waitMs } of bodies) {
            nowMs += waitMs;
            const taken = allowance.take(size, nowMs);
            expect(taken).toBeLessThanOrEqual(size);
            if (size > SHORT && taken > 256) wholes += taken;
          }
          expect(wholes).toBeLessThanOrEqual(SAVED + (nowMs - NOW) * PER_MS + LONGEST);
        },
      ),
    );
  });

  it('short bodies are whole, however many there are, and cost the long ones nothing', () => {
    const allowance = createAllowance();
    for (let index = 0; index < 100_000; index += 1) expect(allowance.take(SHORT, NOW)).toBe(SHORT);
    expect(allowance.take(SAVED, NOW)).toBe(SAVED);
  });

  it('one long body among few is whole, and cut at the longest that is kept', () => {
    const allowance = createAllowance();
    expect(allowance.take(5 * LONGEST, NOW)).toBe(LONGEST);
    expect(allowance.take(5_000, NOW)).toBe(256);
    // What was taken beyond the saved is paid back first.
    expect(allowance.take(5_000, NOW + (LONGEST - SAVED) / PER_MS - 1)).toBe(256);
    expect(allowance.take(5_000, NOW + (LONGEST - SAVED) / PER_MS)).toBe(5_000);
  });

  it('a clock that goes back costs the page nothing more', () => {
    const allowance = createAllowance();
    allowance.take(5_000, NOW);
    for (let index = 0; index < 100; index += 1) allowance.take(100_000, NOW - 10_000);
    expect(allowance.take(100_000, NOW - 10_000)).toBe(256);
  });
});
