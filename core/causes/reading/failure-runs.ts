import type { Attempt } from '../../capture/chain';
import { didOpen } from './opened';

/** The waits between attempts that failed one after the other: what a back-off makes grow. */
export interface FailureRun {
  /** At least one: each with the attempt that it led to. */
  readonly waits: readonly { readonly waitMs: number; readonly attempt: Attempt }[];
}

/** Splits the attempts where one opened: a client begins anew from there. */
export function failureRuns(attempts: readonly Attempt[]): readonly FailureRun[] {
  const runs: FailureRun[] = [];
  let waits: { waitMs: number; attempt: Attempt }[] = [];
  for (const attempt of attempts) {
    if (attempt.waitMs !== undefined) waits.push({ waitMs: attempt.waitMs, attempt });
    if (!didOpen(attempt.connection)) continue;
    if (waits.length > 0) runs.push({ waits });
    waits = [];
  }
  if (waits.length > 0) runs.push({ waits });
  return runs;
}
