import type { Attempt, Chain } from '../../core/capture/chain';
import { pageCloseCall, type Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import type { OutlookOf } from '../../state/chain-outlook';
import { reconnectsOf } from '../../state/chain-reconnects';
import { orderMarksOf } from '../../state/order-marks';
import { findingsOf, worstFinding } from '../../state/findings';
import type { LaidAttempt, LaidItem } from './laid-item';
import { clusterAttempts } from './lane-clusters';
import { layOutMarks, type LaidMark } from './lane-marks';
import { layOutNext, layOutWait, type LaidNext, type LaidWait } from './lane-waits';
import { endOf } from './timeline-extent';
import type { TimeScale } from './time-scale';

export interface LaidLane {
  readonly chain: Chain;
  readonly items: readonly LaidItem[];
  /** The wait that leads out of what is on show, to an attempt further right. */
  readonly waitAfter: LaidWait | undefined;
  readonly next: LaidNext | undefined;
}

/** What all lanes have in common. */
export interface LaneFrame {
  readonly scale: TimeScale;
  readonly latestMs: number | undefined;
  /** Undefined: a file. */
  readonly nowMs: number | undefined;
  readonly outlookOf: OutlookOf;
  /** Is drawn by itself, however crowded it is there. */
  readonly chosenId: string | undefined;
}

/** Room for one mark, which stands across the end of its span. */
export const MARK_PX = 14;
const LEAST_SPAN_PX = 3;

/** Lays out what is on show, and no more: linear in the attempts in view. */
export function layOutLane(chain: Chain, frame: LaneFrame): LaidLane {
  const { scale, latestMs, nowMs } = frame;
  const { attempts } = chain;
  const { waitBefore } = reconnectsOf(chain);
  const order = orderMarksOf(chain);
  const ends = (attempt: Attempt) => endOf(attempt.connection, latestMs, nowMs);
  const first = firstIndex(attempts, (attempt) => ends(attempt) >= scale.range.startMs);
  const end = firstIndex(attempts, ({ connection }) => connection.startedMs > scale.range.endMs);
  const wait = (index: number): LaidWait | undefined => {
    const attempt = attempts[index];
    const before = attempts[index - 1];
    if (attempt?.waitMs === undefined || before === undefined) return undefined;
    const observed = waitBefore.get(attempt.connection.id);
    return layOutWait(scale, ends(before), attempt.connection.startedMs, observed);
  };
  const laid = attempts.slice(first, end).map((attempt, offset): LaidAttempt => {
    const marks = layOutMarks(attempt.connection, scale, order.get(attempt.connection.id));
    return layOutAttempt(attempt.connection, first + offset + 1, frame, wait(first + offset), marks);
  });
  const withNeighbours = laid.map((attempt, index): LaidAttempt => {
    const nextEndX = laid[index + 1]?.endX;
    return { ...attempt, isCrowded: nextEndX !== undefined && nextEndX - attempt.endX < MARK_PX };
  });
  return {
    chain,
    items: clusterAttempts(withNeighbours, frame.chosenId),
    waitAfter: end < attempts.length ? wait(end) : undefined,
    next: end === attempts.length ? layOutNext(frame.outlookOf(chain), scale, nowMs) : undefined,
  };
}

function layOutAttempt(
  connection: Connection,
  number: number,
  { scale, latestMs, nowMs }: LaneFrame,
  wait: LaidWait | undefined,
  marks: readonly LaidMark[],
): LaidAttempt {
  const { startedMs, endedMs, open } = connection;
  const startX = scale.toX(startedMs);
  const endX = Math.max(Math.ceil(startX) + LEAST_SPAN_PX, scale.toX(endOf(connection, latestMs, nowMs)));
  // Without the page's half nobody recorded when it opened, only that it did.
  const openX = open ? scale.toX(open.timeMs) : didOpen(connection) ? startX : undefined;
  const closeCall = pageCloseCall(connection);
  return {
    kind: 'attempt',
    connection,
    number,
    startX,
    openX,
    closingX: closeCall && scale.toX(closeCall.timeMs),
    endX,
    hasEnd: endedMs !== undefined && endedMs <= scale.range.endMs,
    isOngoing: endedMs === undefined,
    finding: worstFinding(findingsOf(connection)),
    isCrowded: false,
    wait,
    marks,
  };
}

/** Attempts of a chain follow each other, so both their starts and their ends are in order. */
function firstIndex(attempts: readonly Attempt[], isThere: (attempt: Attempt) => boolean): number {
  let low = 0;
  let high = attempts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const attempt = attempts[middle];
    if (attempt !== undefined && isThere(attempt)) high = middle;
    else low = middle + 1;
  }
  return low;
}
