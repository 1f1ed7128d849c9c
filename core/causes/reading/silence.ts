import type { Connection } from '../../capture/connection';
import type { Evidence } from '../cause';
import { IDLE_TIMEOUTS, SILENCE_SLACK_MS } from '../thresholds';
import { duration } from './words';

/** How long nothing had been said before an end. */
export interface Quiet {
  readonly quietMs: number;
  readonly evidence: Evidence;
}

/** Undefined where no message is known of: that proves no silence. */
export function quietBefore({ flows, traffic, messages }: Connection, endMs: number): Quiet | undefined {
  const times = [flows.in.lastMs, flows.out.lastMs, traffic?.lastInMs, traffic?.lastOutMs];
  const lastMs = Math.max(...times.map((timeMs) => timeMs ?? -Infinity));
  if (lastMs === -Infinity) return undefined;
  const quietMs = Math.max(0, endMs - lastMs);
  const text = `The last message came ${duration(quietMs)} before the end`;
  return { quietMs, evidence: { source: messages.at(-1)?.source ?? 'page-hook', text, timeMs: lastMs } };
}

/** The default that a silence fits; undefined: none. */
export function idleTimeoutOf(quietMs: number): readonly [seconds: number, who: string] | undefined {
  return IDLE_TIMEOUTS.find(([seconds]) => Math.abs(quietMs - seconds * 1_000) <= SILENCE_SLACK_MS);
}
