import type { ObservedWait } from '../../core/reconnect/policy';
import type { ChainOutlook } from '../../state/chain-outlook';
import { formatDuration } from '../ui/format';
import type { TimeScale } from './time-scale';

export interface Band {
  readonly x: number;
  readonly widthPx: number;
}

export interface LaidWait extends Band {
  readonly waitMs: number;
  /** Only where it fits. */
  readonly label: string | undefined;
  /** When the next attempt was to be expected; undefined: the client is not known. */
  readonly window: Band | undefined;
  /** Undefined: as `window`. */
  readonly fits: boolean | undefined;
}

/** What is still to come. */
export interface LaidNext {
  readonly wait: Band;
  readonly window: Band;
}

/** The mark at the end of the attempt before reaches half into the wait. */
const HALF_MARK_PX = 7;
const LEAST_WINDOW_PX = 3;
const CHARACTER_PX = 6.2;

export function fitsInto(label: string, widthPx: number): boolean {
  return label.length * CHARACTER_PX + 8 <= widthPx;
}

export function layOutWait(
  scale: TimeScale,
  endedMs: number,
  startedMs: number,
  observed: ObservedWait | undefined,
): LaidWait | undefined {
  const x = scale.toX(endedMs) + HALF_MARK_PX;
  const widthPx = scale.toX(startedMs) - x;
  if (widthPx <= 0) return undefined;
  const waitMs = startedMs - endedMs;
  const label = formatDuration(waitMs);
  const window = observed?.window;
  return {
    x,
    widthPx,
    waitMs,
    label: fitsInto(label, widthPx) ? label : undefined,
    window: window && bandOf(scale, endedMs + window.fromMs, endedMs + window.toMs),
    fits: observed?.fits,
  };
}

/** Undefined: nothing is to come, or nobody knows when. */
export function layOutNext(
  outlook: ChainOutlook,
  scale: TimeScale,
  nowMs: number | undefined,
): LaidNext | undefined {
  if (outlook.kind !== 'expected') return undefined;
  const window = bandOf(scale, outlook.fromMs, outlook.toMs);
  if (window === undefined) return undefined;
  const x = scale.toX(outlook.sinceMs) + HALF_MARK_PX;
  const untilX = scale.toX(Math.min(outlook.toMs, nowMs ?? outlook.fromMs));
  return { wait: { x, widthPx: Math.max(0, untilX - x) }, window };
}

/** Undefined: it lies outside of what is on show. */
function bandOf(scale: TimeScale, fromMs: number, toMs: number): Band | undefined {
  if (toMs < scale.range.startMs || fromMs > scale.range.endMs) return undefined;
  const x = scale.toX(fromMs);
  return { x, widthPx: Math.max(LEAST_WINDOW_PX, scale.toX(toMs) - x) };
}
