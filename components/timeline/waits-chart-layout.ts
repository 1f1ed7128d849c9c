import type { ObservedWait } from '../../core/reconnect/policy';
import type { ChainOutlook } from '../../state/chain-outlook';

export interface ChartBar {
  readonly y: number;
  readonly height: number;
}

export interface ChartPoint {
  readonly connectionId: string;
  readonly retry: number;
  readonly waitMs: number;
  readonly fits: boolean;
  readonly x: number;
  readonly y: number;
  readonly window: ChartBar | undefined;
}

export interface WaitsChartLayout {
  /** Oldest first; the newest of them where there are very many. */
  readonly points: readonly ChartPoint[];
  /** The window of the attempt that is still to come. */
  readonly next: (ChartBar & { readonly x: number }) | undefined;
  /** What the upper edge stands for. */
  readonly mostMs: number;
}

const COLUMN_PX = 14;
const LEAST_BAR_PX = 3;

export function layOutWaitsChart(
  waits: readonly ObservedWait[],
  outlook: ChainOutlook,
  { width, height }: { readonly width: number; readonly height: number },
): WaitsChartLayout {
  const columns = Math.max(1, Math.floor(width / COLUMN_PX));
  const isExpected = outlook.kind === 'expected';
  const kept = waits.slice(-Math.max(1, columns - (isExpected ? 1 : 0)));
  const nextWindow = isExpected
    ? { fromMs: outlook.fromMs - outlook.sinceMs, toMs: outlook.toMs - outlook.sinceMs }
    : undefined;
  const mostMs = [
    ...kept.flatMap(({ waitMs, window }) => [waitMs, window?.toMs ?? 0]),
    nextWindow?.toMs ?? 0,
  ].reduce((most, ms) => Math.max(most, ms), 1);
  const toY = (ms: number) => height - 5 - (Math.min(ms, mostMs) / mostMs) * (height - 10);
  const bar = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): ChartBar => {
    const y = toY(toMs);
    return { y, height: Math.max(LEAST_BAR_PX, toY(fromMs) - y) };
  };
  const step = Math.min(2 * COLUMN_PX, width / (kept.length + (nextWindow ? 1 : 0) || 1));
  const points = kept.map(({ connectionId, retry, waitMs, fits, window }, index): ChartPoint => ({
    connectionId,
    retry,
    waitMs,
    fits,
    x: (index + 0.5) * step,
    y: toY(waitMs),
    window: window && bar(window),
  }));
  const next = nextWindow && { ...bar(nextWindow), x: (kept.length + 0.5) * step };
  return { points, next, mostMs };
}
