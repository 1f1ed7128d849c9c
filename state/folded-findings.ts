import type { Attempt } from '../core/capture/chain';
import type { Finding } from '../core/diagnose';
import { compareFindings, findingsOf } from './findings';

/** The same finding on several attempts of a chain, told once. */
export interface FoldedFinding {
  /** As it was on the newest of the attempts. */
  readonly finding: Finding;
  readonly count: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

/**
 * Worst first, then those that name a cause, then newest. Findings are the same when cause, verdict and title are: a title carries what makes it
 * precise, such as the close code, and two different codes are two problems.
 */
export function foldFindings(attempts: readonly Attempt[]): readonly FoldedFinding[] {
  const folded = new Map<string, FoldedFinding>();
  for (const { connection } of attempts) {
    const timeMs = connection.endedMs ?? connection.startedMs;
    for (const finding of findingsOf(connection)) {
      const key = JSON.stringify([finding.cause, finding.verdict, finding.title]);
      const known = folded.get(key);
      folded.set(key, {
        finding,
        count: (known?.count ?? 0) + 1,
        firstMs: known?.firstMs ?? timeMs,
        lastMs: timeMs,
      });
    }
  }
  return [...folded.values()].sort((a, b) => compareFindings(b.finding, a.finding) || b.lastMs - a.lastMs);
}
