import type { EventOf } from './event';

/** Both clocks at one moment, and whether the page was out of sight. */
export interface ClockReading {
  /** By the clock on the wall, which goes on while the machine sleeps. */
  readonly wallMs: number;
  /** By the monotonic clock, which may not. */
  readonly monotonicMs: number;
  readonly isHidden: boolean;
}

/** How often the clocks are read. */
export const CLOCK_INTERVAL_MS = 10_000;
/** Our choice: later than any busy page makes a timer, and still short for a sleep. */
const LATE_MS = 30_000;
/**
 * A hidden page's timers may run once a minute (Chromium's intensive throttling), which is no news: only what is late
 * beyond that is told.
 */
const HIDDEN_LATE_MS = 90_000;

type TimerGap = Pick<EventOf<'timer-gap'>, 'expectedMs' | 'actualMs' | 'monotonicMs' | 'visibility'>;

/**
 * What lies between two readings that should be `CLOCK_INTERVAL_MS` apart, when it is far more. It does not say why:
 * the machine slept, the page was frozen, or somebody moved the clock on the wall.
 */
export function findTimerGap(before: ClockReading, after: ClockReading): TimerGap | undefined {
  const actualMs = after.wallMs - before.wallMs;
  const monotonicMs = after.monotonicMs - before.monotonicMs;
  const wasHidden = before.isHidden || after.isHidden;
  const lateMs = Math.max(actualMs, monotonicMs) - CLOCK_INTERVAL_MS;
  if (lateMs <= (wasHidden ? HIDDEN_LATE_MS : LATE_MS)) return undefined;
  return {
    expectedMs: CLOCK_INTERVAL_MS,
    actualMs: Math.max(0, actualMs),
    monotonicMs: Math.max(0, monotonicMs),
    visibility: wasHidden ? 'hidden' : 'visible',
  };
}
