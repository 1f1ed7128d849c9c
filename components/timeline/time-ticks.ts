export interface Tick {
  readonly x: number;
  readonly timeMs: number;
  /** Since the start of the scale. */
  readonly elapsedMs: number;
}

const TICK_SPACING_PX = 90;
const EDGE_PX = 24;

/** Marks at round times, far enough from each other for their labels. */
export function toTicks(
  stretches: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly x: number;
    readonly widthPx: number;
  }[],
  startMs: number,
  toX: (timeMs: number) => number,
  widthPx: number,
): readonly Tick[] {
  const [first] = stretches;
  if (first === undefined || first.widthPx <= 0) return [];
  const stepMs = niceStepMs((TICK_SPACING_PX * (first.endMs - first.startMs)) / first.widthPx);
  const ticks: Tick[] = [];
  let lastX = -Infinity;
  for (const stretch of stretches) {
    const firstStep = Math.ceil((stretch.startMs - startMs) / stepMs);
    for (let step = firstStep; startMs + step * stepMs <= stretch.endMs; step += 1) {
      const timeMs = startMs + step * stepMs;
      const x = toX(timeMs);
      if (x - lastX < TICK_SPACING_PX * 0.7 || x > widthPx - EDGE_PX) continue;
      ticks.push({ x, timeMs, elapsedMs: step * stepMs });
      lastX = x;
    }
  }
  return ticks;
}

/** The next of 1, 2, 5, 10, ... ms, and of 1, 2, 5, 10, 15, 30 s or min above a second. */
function niceStepMs(atLeastMs: number): number {
  const minutes = [1, 2, 5, 10, 15, 30].map((value) => value * 60_000);
  const seconds = [1, 2, 5, 10, 15, 30].map((value) => value * 1_000);
  const millis = [1, 2, 5, 10, 20, 50, 100, 200, 500];
  const hour = 3_600_000;
  return (
    [...millis, ...seconds, ...minutes].find((step) => step >= atLeastMs) ??
    Math.ceil(atLeastMs / hour) * hour
  );
}
