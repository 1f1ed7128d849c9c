import type { Connection } from '../../capture/connection';
import type { EventOf } from '../../capture/event';
import type { LifecycleEvent } from '../../capture/lifecycle-event';
import { SLEEP_MS, WAKE_WINDOW_MS } from '../thresholds';
import type { Sign } from './sign';
import { duration } from './words';

/** What says that the machine slept, or the page stood still, up to this moment; undefined: nothing does. */
export function sleepSign({ surroundings }: Connection, atMs: number): Sign | undefined {
  const gaps = surroundings.filter((event) => event.type === 'timer-gap').map(gapSign);
  const frozen = frozenSign(surroundings, atMs);
  const signs = [...gaps, ...(frozen === undefined ? [] : [frozen])].filter(
    ({ fromMs, toMs }) => atMs >= fromMs && atMs <= toMs + WAKE_WINDOW_MS,
  );
  return signs.find(({ confidence }) => confidence === 'likely') ?? signs[0];
}

type Stretch = Sign & { readonly fromMs: number; readonly toMs: number };

function gapSign({ actualMs, monotonicMs, visibility, timeMs, source }: EventOf<'timer-gap'>): Stretch {
  const didSleep = actualMs - monotonicMs >= SLEEP_MS;
  const lateMs = Math.max(actualMs, monotonicMs);
  const what = didSleep
    ? `The machine slept: its clocks differ by ${duration(actualMs - monotonicMs)}`
    : `No timer of the ${visibility} page ran for ${duration(lateMs)}`;
  return {
    // A hidden page's timers are also held back by the browser, with the network as it was.
    confidence: didSleep || visibility === 'visible' ? 'likely' : 'possible',
    evidence: { source, timeMs, text: what },
    fromMs: timeMs - lateMs,
    toMs: timeMs,
  };
}

/** The last time that the browser stopped the page before this moment. */
function frozenSign(surroundings: readonly LifecycleEvent[], atMs: number): Stretch | undefined {
  const frozen = surroundings.findLast(({ type, timeMs }) => type === 'page-frozen' && timeMs <= atMs);
  if (frozen === undefined) return undefined;
  const resumed = surroundings.find(({ type, timeMs }) => type === 'page-resumed' && timeMs > frozen.timeMs);
  const { source, timeMs } = frozen;
  const text =
    resumed === undefined
      ? 'The browser froze the page before the end'
      : `The browser froze the page for ${duration(resumed.timeMs - timeMs)}`;
  const toMs = resumed?.timeMs ?? atMs;
  return { confidence: 'likely', evidence: { source, timeMs, text }, fromMs: timeMs, toMs };
}
