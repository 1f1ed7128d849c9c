/** A stretch in which nothing began or ended, drawn shorter than it was. */
export interface Fold {
  readonly x: number;
  readonly widthPx: number;
  readonly durationMs: number;
}

export interface Tick {
  readonly x: number;
  /** Since the start of the scale. */
  readonly elapsedMs: number;
}

export interface TimeScale {
  readonly toX: (timeMs: number) => number;
  readonly folds: readonly Fold[];
  readonly ticks: readonly Tick[];
}

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly isFolded: boolean;
}

/** A stretch is folded when it is longer than this share of all that would be left to see. */
const FOLD_SHARE = 0.6;
/** Few enough boundaries need no help, and folding would blow up what is short. */
const FEWEST_STRETCHES = 4;
const FOLD_LIMIT = 3;
const FOLD_WIDTH_SHARE = 0.16;
const TICK_SPACING_PX = 90;

/**
 * Time from left to right, true to scale, but for quiet stretches: after an hour of open socket the reconnects of
 * the last ten seconds would else share one pixel. What is folded is marked and its length written.
 *
 * @param boundariesMs the moments when anything began or ended, in any order
 */
export function createTimeScale(boundariesMs: readonly number[], widthPx: number): TimeScale {
  const sorted = [...new Set(boundariesMs)].sort((a, b) => a - b);
  const stretches = foldQuiet(sorted);
  const folded = stretches.filter(({ isFolded }) => isFolded);
  const foldWidthPx = widthPx * FOLD_WIDTH_SHARE;
  const shownMs = stretches.reduce((sum, stretch) => sum + (stretch.isFolded ? 0 : lengthOf(stretch)), 0);
  const pxPerMs = shownMs === 0 ? 0 : (widthPx - folded.length * foldWidthPx) / shownMs;

  const placed: (Stretch & { x: number; widthPx: number })[] = [];
  let x = 0;
  for (const stretch of stretches) {
    const width = stretch.isFolded ? foldWidthPx : lengthOf(stretch) * pxPerMs;
    placed.push({ ...stretch, x, widthPx: width });
    x += width;
  }

  function toX(timeMs: number): number {
    const at = placed.find(({ endMs }) => timeMs <= endMs) ?? placed[placed.length - 1];
    if (at === undefined) return 0;
    const share = (timeMs - at.startMs) / lengthOf(at);
    return at.x + Math.min(1, Math.max(0, share)) * at.widthPx;
  }

  const folds = placed
    .filter(({ isFolded }) => isFolded)
    .map((stretch) => ({ x: stretch.x, widthPx: stretch.widthPx, durationMs: lengthOf(stretch) }));
  return { toX, folds, ticks: toTicks() };

  function toTicks(): Tick[] {
    const startMs = sorted[0];
    if (startMs === undefined || pxPerMs === 0) return [];
    const stepMs = niceStepMs(TICK_SPACING_PX / pxPerMs);
    const ticks: Tick[] = [];
    let lastX = -Infinity;
    for (const stretch of placed.filter(({ isFolded }) => !isFolded)) {
      const firstStep = Math.ceil((stretch.startMs - startMs) / stepMs);
      for (let step = firstStep; startMs + step * stepMs <= stretch.endMs; step++) {
        const tickX = toX(startMs + step * stepMs);
        if (tickX - lastX < TICK_SPACING_PX * 0.7 || tickX > widthPx - 24) continue;
        ticks.push({ x: tickX, elapsedMs: step * stepMs });
        lastX = tickX;
      }
    }
    return ticks;
  }
}

function foldQuiet(sorted: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let i = 1; i < sorted.length; i++) {
    stretches.push({ startMs: sorted[i - 1] ?? 0, endMs: sorted[i] ?? 0, isFolded: false });
  }
  if (stretches.length < FEWEST_STRETCHES) return stretches;
  let leftMs = stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  const toFold = new Set<Stretch>();
  for (const longest of [...stretches].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, FOLD_LIMIT)) {
    if (lengthOf(longest) < leftMs * FOLD_SHARE) break;
    toFold.add(longest);
    leftMs -= lengthOf(longest);
  }
  return stretches.map((stretch) => (toFold.has(stretch) ? { ...stretch, isFolded: true } : stretch));
}

function lengthOf({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): number {
  return endMs - startMs;
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
