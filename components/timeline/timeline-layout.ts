import type { Chain } from '../../core/capture/chain';
import { didOpen } from '../../core/causes/reading/opened';
import type { Connection } from '../../core/capture/connection';
import type { Finding } from '../../core/finding';
import { findingsOf, worstFinding } from '../../state/findings';
import { formatDuration } from '../ui/format';
import { createTimeScale } from './time-scale';
import type { TimeScale } from './time-scale';

export interface LaidWait {
  readonly x: number;
  readonly widthPx: number;
  readonly waitMs: number;
  /** Only where it fits. */
  readonly label: string | undefined;
}

/** One attempt with its place; all x in px from the left edge of the lane. */
export interface LaidAttempt {
  readonly connection: Connection;
  /** From 1. */
  readonly number: number;
  readonly startX: number;
  /** Where the handshake had succeeded; undefined: it never did, or has not yet. */
  readonly openX: number | undefined;
  readonly endX: number;
  readonly isOngoing: boolean;
  readonly finding: Finding | undefined;
  /** The next mark is too close for two signs side by side. */
  readonly isCrowded: boolean;
  readonly wait: LaidWait | undefined;
}

export interface LaidLane {
  readonly chain: Chain;
  readonly attempts: readonly LaidAttempt[];
}

export interface TimelineLayout {
  readonly scale: TimeScale;
  readonly lanes: readonly LaidLane[];
}

/** Room at the right edge for the last mark, which stands across the end of its span. */
const MARK_PX = 14;
const LEAST_SPAN_PX = 3;
const CHARACTER_PX = 6.2;

/** @param latestMs "now" as far as the capture knows: how far open connections reach */
export function layOutTimeline(
  chains: readonly Chain[],
  latestMs: number | undefined,
  widthPx: number,
): TimelineLayout {
  const connections = chains.flatMap((chain) => chain.attempts.map(({ connection }) => connection));
  const boundaries = connections.flatMap((connection) => [
    connection.startedMs,
    ...(connection.open === undefined ? [] : [connection.open.timeMs]),
    endOf(connection, latestMs),
  ]);
  const scale = createTimeScale(boundaries, Math.max(0, widthPx - MARK_PX));
  return { scale, lanes: chains.map((chain) => layOutLane(chain, scale, latestMs)) };
}

function layOutLane(chain: Chain, scale: TimeScale, latestMs: number | undefined): LaidLane {
  const placed = chain.attempts.map(({ connection, waitMs }, index) => {
    const startX = scale.toX(connection.startedMs);
    const endX = Math.max(startX + LEAST_SPAN_PX, scale.toX(endOf(connection, latestMs)));
    // Without the page's half nobody recorded when it opened, only that it did.
    const openX = connection.open
      ? scale.toX(connection.open.timeMs)
      : didOpen(connection)
        ? startX
        : undefined;
    return { connection, waitMs, number: index + 1, startX, openX, endX };
  });
  const attempts = placed.map((attempt, index): LaidAttempt => {
    const { connection, waitMs, number, startX, openX, endX } = attempt;
    const nextEndX = placed[index + 1]?.endX;
    const before = placed[index - 1];
    return {
      connection,
      number,
      startX,
      openX,
      endX,
      isOngoing: connection.endedMs === undefined,
      finding: worstFinding(findingsOf(connection)),
      isCrowded: nextEndX !== undefined && nextEndX - endX < MARK_PX,
      wait: before && waitMs !== undefined ? layOutWait(before.endX, startX, waitMs) : undefined,
    };
  });
  return { chain, attempts };
}

function layOutWait(fromX: number, toX: number, waitMs: number): LaidWait | undefined {
  // The mark at the end of the attempt before reaches half into the wait.
  const x = fromX + MARK_PX / 2;
  const widthPx = toX - x;
  if (widthPx <= 0) return undefined;
  const label = formatDuration(waitMs);
  return { x, widthPx, waitMs, label: label.length * CHARACTER_PX + 8 <= widthPx ? label : undefined };
}

function endOf(connection: Connection, latestMs: number | undefined): number {
  return connection.endedMs ?? Math.max(connection.startedMs, latestMs ?? connection.startedMs);
}
