import { describe, expect, it } from 'vitest';
import { findTimerGap, type ClockReading } from '../../../core/capture/timer-gap';

const START: ClockReading = { wallMs: 1_000_000, monotonicMs: 5_000, isHidden: false };

/** The next reading, so much later by each clock. */
function later(wallMs: number, monotonicMs: number, isHidden = false): ClockReading {
  return { wallMs: START.wallMs + wallMs, monotonicMs: START.monotonicMs + monotonicMs, isHidden };
}

describe('two readings of the clocks', () => {
  it('that are as far apart as asked are no gap', () => {
    expect(findTimerGap(START, later(10_000, 10_000))).toBeUndefined();
  });

  it('are no gap for a busy page, half a minute late', () => {
    expect(findTimerGap(START, later(40_000, 40_000))).toBeUndefined();
    expect(findTimerGap(START, later(40_001, 40_001))).toBeDefined();
  });

  it('tell of a sleep by both clocks: the monotonic one may have stood still', () => {
    expect(findTimerGap(START, later(3_600_000, 10_020))).toEqual({
      expectedMs: 10_000,
      actualMs: 3_600_000,
      monotonicMs: 10_020,
      visibility: 'visible',
    });
  });

  it('tell of a frozen page though somebody set the clock on the wall back', () => {
    expect(findTimerGap(START, later(-500_000, 120_000))).toMatchObject({
      actualMs: 0,
      monotonicMs: 120_000,
    });
  });

  it.each([
    ['before', { ...START, isHidden: true }, later(60_000, 60_000)],
    ['after', START, later(60_000, 60_000, true)],
  ])('are no gap when the page was hidden %s: its timers may run once a minute', (_when, from, to) => {
    expect(findTimerGap(from, to)).toBeUndefined();
  });

  it('are a gap of a hidden page when they are later than any throttling', () => {
    expect(findTimerGap(START, later(600_000, 600_000, true))).toMatchObject({ visibility: 'hidden' });
  });
});
