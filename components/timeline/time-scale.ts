import { toTicks, type Tick } from './time-ticks';
import type { TimeRange } from './timeline-view';

/** A stretch in which nothing began or ended, drawn shorter than it was. */
export interface Fold {
  readonly x: number;
  readonly widthPx: number;
  readonly durationMs: number;
}

export interface TimeScale {
  /** What it spans from its left edge to its right. */
  readonly range: TimeRange;
  readonly widthPx: number;
  /** A moment outside lies at the nearer edge. */
  readonly toX: (timeMs: number) => number;
  readonly toTimeMs: (x: number) => number;
  readonly folds: readonly Fold[];
  readonly ticks: readonly Tick[];
}

/** A stretch of time with its place. */
interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  readonly isFolded: boolean;
  readonly x: number;
  readonly widthPx: number;
}

/** A stretch is folded when it is longer than this share of all that would be left to see. */
const FOLD_SHARE = 0.6;
/** Few enough boundaries need no help, and folding would blow up what is short. */
const FEWEST_STRETCHES = 4;
const FOLD_LIMIT = 3;
const FOLD_WIDTH_SHARE = 0.16;

/**
 * Time from left to right, true to scale, but for quiet stretches: after an hour of open socket the reconnects of
 * the last ten seconds would else share one pixel. What is folded is marked and its length written.
 *
 * @param boundariesMs the moments when anything began or ended, in any order
 */
export function createTimeScale(boundariesMs: Iterable<number>, widthPx: number): TimeScale {
  const sorted = Float64Array.from(boundariesMs).sort();
  const [startMs = 0] = sorted;
  const endMs = sorted.at(-1) ?? startMs;
  return toScale(place(startMs, endMs, quietStretches(sorted), widthPx), { startMs, endMs }, widthPx);
}

/** True to scale from edge to edge. */
export function createLinearScale(range: TimeRange, widthPx: number): TimeScale {
  return toScale(place(range.startMs, range.endMs, [], widthPx), range, widthPx);
}

/** Those to fold, in order of time. */
function quietStretches(sorted: Float64Array): readonly TimeRange[] {
  const gaps: TimeRange[] = [];
  for (let index = 1; index < sorted.length; index += 1) {
    const gap = { startMs: sorted[index - 1] ?? 0, endMs: sorted[index] ?? 0 };
    if (gap.endMs > gap.startMs) gaps.push(gap);
  }
  if (gaps.length < FEWEST_STRETCHES) return [];
  let leftMs = gaps.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const folded: TimeRange[] = [];
  for (const longest of gaps
    .sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
    .slice(0, FOLD_LIMIT)) {
    const lengthMs = longest.endMs - longest.startMs;
    if (lengthMs < leftMs * FOLD_SHARE) break;
    folded.push(longest);
    leftMs -= lengthMs;
  }
  return folded.sort((a, b) => a.startMs - b.startMs);
}

function place(
  startMs: number,
  endMs: number,
  folded: readonly TimeRange[],
  widthPx: number,
): readonly Stretch[] {
  const foldWidthPx = widthPx * FOLD_WIDTH_SHARE;
  const foldedMs = folded.reduce((sum, fold) => sum + fold.endMs - fold.startMs, 0);
  const shownMs = endMs - startMs - foldedMs;
  const pxPerMs = shownMs <= 0 ? 0 : (widthPx - folded.length * foldWidthPx) / shownMs;
  const placed: Stretch[] = [];
  let atMs = startMs;
  let x = 0;
  function add(untilMs: number, isFolded: boolean): void {
    const width = isFolded ? foldWidthPx : (untilMs - atMs) * pxPerMs;
    if (untilMs > atMs) placed.push({ startMs: atMs, endMs: untilMs, isFolded, x, widthPx: width });
    atMs = untilMs;
    x += width;
  }
  for (const fold of folded) {
    add(fold.startMs, false);
    add(fold.endMs, true);
  }
  add(endMs, false);
  return placed;
}

function toScale(placed: readonly Stretch[], range: TimeRange, widthPx: number): TimeScale {
  const last = placed.at(-1);
  function toX(timeMs: number): number {
    const at = placed.find(({ endMs }) => timeMs <= endMs) ?? last;
    if (at === undefined) return 0;
    return at.x + within(timeMs - at.startMs, at.endMs - at.startMs) * at.widthPx;
  }
  function toTimeMs(x: number): number {
    const at = placed.find((stretch) => x <= stretch.x + stretch.widthPx) ?? last;
    if (at === undefined) return range.startMs;
    return at.startMs + within(x - at.x, at.widthPx) * (at.endMs - at.startMs);
  }
  const folds = placed
    .filter(({ isFolded }) => isFolded)
    .map((stretch) => ({
      x: stretch.x,
      widthPx: stretch.widthPx,
      durationMs: stretch.endMs - stretch.startMs,
    }));
  const stretches = placed.filter(({ isFolded }) => !isFolded);
  return { range, widthPx, toX, toTimeMs, folds, ticks: toTicks(stretches, range.startMs, toX, widthPx) };
}

/** The share of a whole, from 0 to 1. */
function within(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole));
}
