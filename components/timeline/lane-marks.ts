import type { Connection } from '../../core/capture/connection';
import type { Severity } from '../../core/causes/cause';
import { compareSeverity } from '../../state/findings';
import { eventMarksOf, type EventMark } from '../../state/event-marks';
import type { TimeScale } from './time-scale';

/** Something that happened while it was open, at its place. */
export interface LaidMark {
  readonly x: number;
  readonly kind: EventMark['kind'];
  readonly severity: Severity;
  readonly text: string;
  /** How many of them share this place. */
  readonly count: number;
}

const MARK_SPACING_PX = 9;

/** From left to right; where two would touch, the worse one stands for both. */
export function layOutMarks(
  connection: Connection,
  scale: TimeScale,
  ofItsChain: readonly EventMark[] = [],
): readonly LaidMark[] {
  const own = eventMarksOf(connection);
  const marks = ofItsChain.length === 0 ? own : [...ofItsChain, ...own].sort((a, b) => a.timeMs - b.timeMs);
  const { startMs, endMs } = scale.range;
  const laid: LaidMark[] = [];
  for (const { timeMs, kind, severity, text } of marks) {
    if (timeMs < startMs || timeMs > endMs) continue;
    const x = scale.toX(timeMs);
    const before = laid.at(-1);
    if (before === undefined || x - before.x >= MARK_SPACING_PX) {
      laid.push({ x, kind, severity, text, count: 1 });
      continue;
    }
    const isWorse = compareSeverity(severity, before.severity) > 0;
    const worse = isWorse ? { kind, severity, text } : before;
    laid[laid.length - 1] = { ...worse, x: before.x, count: before.count + 1 };
  }
  return laid;
}
