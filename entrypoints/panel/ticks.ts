import type { Schedule } from '../../state/session-store';

/** Not an animation frame: a hidden panel gets none, and what waits for one would pile up. */
const TICK_MS = 50;

/** Between ticks that follow each other: the page draws and answers meanwhile. */
const PAUSE_MS = 8;

function after(ms: number): Schedule {
  return (run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
}
/** How a window takes in what is recorded, and goes on drawing. */
export const TICKS = {
  schedule: after(TICK_MS),
  pace: { nowMs: () => performance.now(), again: after(PAUSE_MS) },
};
