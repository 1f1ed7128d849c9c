import type { Chain } from '../../core/capture/chain';
import { findingsOf, worstFinding } from '../../state/findings';
import { lengthOf, type TimeRange } from './timeline-view';

/** How much happens where, over the whole of the time. */
export interface AttemptDensity {
  /** Attempts that began in each bin, from left to right. */
  readonly begun: readonly number[];
  /** Attempts that ended badly in each bin. */
  readonly failed: readonly number[];
  readonly most: number;
}

/** Linear in the number of attempts. */
export function toAttemptDensity(chains: readonly Chain[], extent: TimeRange, bins: number): AttemptDensity {
  const begun = Array.from({ length: bins }, () => 0);
  const failed = Array.from({ length: bins }, () => 0);
  const wholeMs = Math.max(1, lengthOf(extent));
  const count = (into: number[], timeMs: number): void => {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((timeMs - extent.startMs) / wholeMs) * bins)));
    into[bin] = (into[bin] ?? 0) + 1;
  };
  for (const { attempts } of chains) {
    for (const { connection } of attempts) {
      count(begun, connection.startedMs);
      if (connection.endedMs === undefined) continue;
      const severity = worstFinding(findingsOf(connection))?.severity;
      if (severity !== undefined && severity !== 'info') count(failed, connection.endedMs);
    }
  }
  return { begun, failed, most: [...begun, ...failed].reduce((a, b) => Math.max(a, b), 0) };
}
