import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import type { TimeScale } from './time-scale';

/** How it is with the page or the machine for a while. */
export type StretchKind = 'hidden' | 'frozen' | 'offline' | 'asleep' | 'not-recorded';
/** What happens to it in one moment. */
export type MomentKind = 'left' | 'reloaded' | 'navigated' | 'restored' | 'network-changed';

export interface LaidStretch {
  readonly kind: StretchKind;
  readonly x: number;
  readonly widthPx: number;
  readonly startMs: number;
  /** Undefined: it goes on. */
  readonly endMs: number | undefined;
}

export interface LaidMoment {
  readonly kind: MomentKind;
  readonly x: number;
  readonly timeMs: number;
}

export interface LaidRibbon {
  readonly stretches: readonly LaidStretch[];
  readonly moments: readonly LaidMoment[];
}

const LEAST_STRETCH_PX = 3;
/** Flags closer than this would lie on each other. */
const MOMENT_SPACING_PX = 8;
const MOST_STRETCHES = 200;

/**
 * What happened to the documents and the machine, in line with the lanes. Each document tells for itself; what several
 * say at once is drawn once.
 *
 * @param lifecycle oldest first
 */
export function layOutRibbon(lifecycle: readonly LifecycleEvent[], scale: TimeScale): LaidRibbon {
  const { startMs: fromMs, endMs: toMs } = scale.range;
  const stretches: LaidStretch[] = [];
  const moments: LaidMoment[] = [];
  const open = new Map<StretchKind, number>();

  function end(kind: StretchKind, startMs: number, endMs: number | undefined): void {
    if (startMs > toMs || (endMs ?? Infinity) < fromMs || stretches.length >= MOST_STRETCHES) return;
    const x = scale.toX(startMs);
    const widthPx = Math.max(LEAST_STRETCH_PX, scale.toX(endMs ?? toMs) - x);
    stretches.push({ kind, x, widthPx, startMs, endMs });
  }
  function toggle(kind: StretchKind, isOn: boolean, timeMs: number): void {
    const startMs = open.get(kind);
    if (isOn && startMs === undefined) open.set(kind, timeMs);
    if (isOn || startMs === undefined) return;
    open.delete(kind);
    end(kind, startMs, timeMs);
  }
  function happen(kind: MomentKind, timeMs: number): void {
    if (timeMs < fromMs || timeMs > toMs) return;
    const x = scale.toX(timeMs);
    const before = moments.at(-1);
    if (before === undefined || x - before.x >= MOMENT_SPACING_PX) moments.push({ kind, x, timeMs });
  }

  for (const event of lifecycle) {
    const { timeMs } = event;
    switch (event.type) {
      case 'page-visibility':
        toggle('hidden', event.visibility === 'hidden', timeMs);
        break;
      case 'page-frozen':
        toggle('frozen', true, timeMs);
        break;
      case 'page-resumed':
        toggle('frozen', false, timeMs);
        break;
      case 'network-online':
        toggle('offline', !event.isOnline, timeMs);
        break;
      case 'recording-changed':
        toggle('not-recorded', !event.isOn, timeMs);
        break;
      case 'timer-gap':
        end('asleep', timeMs - event.actualMs, timeMs);
        break;
      case 'page-hidden':
        // Its visibility ends with it: the next document tells its own.
        toggle('hidden', false, timeMs);
        happen(event.navigation === 'reload' ? 'reloaded' : 'left', timeMs);
        break;
      case 'page-shown':
        if (event.persisted) happen('restored', timeMs);
        break;
      case 'page-navigated':
        happen('navigated', timeMs);
        break;
      case 'network-changed':
        happen('network-changed', timeMs);
        break;
    }
  }
  for (const [kind, startMs] of open) end(kind, startMs, undefined);
  return { stretches, moments };
}
