import type { Schedule } from '../../state/session-store';
import { createSoon } from './soon';

/** Not an animation frame: a hidden panel gets none, and what waits for one would pile up. */
const TICK_MS = 50;

const afterTick: Schedule = (run) => {
  const timer = setTimeout(run, TICK_MS);
  return () => clearTimeout(timer);
};

/**
 * How a window takes in what is recorded, and goes on drawing. Ticks that follow each other leave no pause: the browser
 * draws and answers between them anyway, and pauses of 8 ms were two fifths of the time that 10,000 attempts took.
 */
export const TICKS = {
  schedule: afterTick,
  pace: { nowMs: () => performance.now(), again: createSoon() },
};
