import type { Chain } from '../../core/capture/chain';
import type { Connection } from '../../core/capture/connection';
import type { OutlookOf } from '../../state/chain-outlook';
import { lastAttempt } from '../../state/chain-overview';

/** So long after its window a predicted attempt is still waited for on the timeline. Our choice. */
const LATE_MS = 10_000;

/** The moments when anything began or ended; what lives, and what is due, reaches up to now. */
export function boundariesOf(
  chains: readonly Chain[],
  latestMs: number | undefined,
  nowMs: number | undefined,
  outlookOf: OutlookOf,
): readonly number[] {
  const boundaries: number[] = [];
  const untilMs = Math.max(latestMs ?? -Infinity, nowMs ?? -Infinity);
  for (const chain of chains) {
    for (const { connection } of chain.attempts) {
      boundaries.push(connection.startedMs, endOf(connection, latestMs, nowMs));
      if (connection.open !== undefined) boundaries.push(connection.open.timeMs);
    }
    const outlook = outlookOf(chain);
    if (outlook.kind !== 'expected' || untilMs > outlook.toMs + LATE_MS) continue;
    boundaries.push(outlook.fromMs, outlook.toMs, untilMs);
  }
  return boundaries;
}

/** How far an attempt reaches; one that lives, up to the newest moment. */
export function endOf(
  connection: Connection,
  latestMs: number | undefined,
  nowMs: number | undefined,
): number {
  return connection.endedMs ?? Math.max(connection.startedMs, latestMs ?? -Infinity, nowMs ?? -Infinity);
}

/** Something goes on, so that the picture changes with the time alone. */
export function isGoingOn(chains: readonly Chain[], outlookOf: OutlookOf): boolean {
  return chains.some(
    (chain) => lastAttempt(chain).connection.endedMs === undefined || outlookOf(chain).kind === 'expected',
  );
}
