import type { Attempt } from '../core/capture/chain';
import type { ChainFinding } from '../core/diagnose-chain';
import type { Finding } from '../core/finding';
import { compareFindings, findingsOf } from './findings';

/** The same finding on several attempts of a chain, told once. */
export interface FoldedFinding {
  /** As it was on the newest of the attempts. */
  readonly finding: Finding;
  readonly count: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Findings that this one explains: they would not be there without it. */
  readonly consequences: readonly FoldedFinding[];
}

/**
 * Worst first, then those that name a cause, then newest. Findings are the same when cause, verdict and title are: a title carries what makes it
 * precise, such as the close code, and two different codes are two problems.
 */
export function foldFindings(
  attempts: readonly Attempt[],
  chainFindings: readonly ChainFinding[] = [],
): readonly FoldedFinding[] {
  const own = new Map<string, FoldedFinding>();
  const ofChains = chainFindings.map((finding) => ({
    finding,
    about: finding.about && new Set(finding.about),
    explained: new Map<string, FoldedFinding>(),
    firstMs: Infinity,
    lastMs: -Infinity,
  }));
  for (const { connection } of attempts) {
    const timeMs = connection.endedMs ?? connection.startedMs;
    const concerned = ofChains.filter(({ about }) => about?.has(connection.id) ?? true);
    for (const one of concerned) {
      one.firstMs = Math.min(one.firstMs, timeMs);
      one.lastMs = Math.max(one.lastMs, timeMs);
    }
    for (const finding of findingsOf(connection)) {
      const by = concerned.find((one) => one.finding.explains.includes(finding.cause));
      count(by?.explained ?? own, finding, timeMs);
    }
  }
  const folded = ofChains.map(({ finding, explained, firstMs, lastMs }): FoldedFinding => {
    return { finding, count: 1, firstMs, lastMs, consequences: [...explained.values()].sort(byWeight) };
  });
  return [...own.values(), ...folded].sort(byWeight);
}

function count(folded: Map<string, FoldedFinding>, finding: Finding, timeMs: number): void {
  const key = JSON.stringify([finding.cause, finding.verdict, finding.title]);
  const known = folded.get(key);
  folded.set(key, {
    finding,
    count: (known?.count ?? 0) + 1,
    firstMs: known?.firstMs ?? timeMs,
    lastMs: timeMs,
    consequences: [],
  });
}

function byWeight(a: FoldedFinding, b: FoldedFinding): number {
  return compareFindings(b.finding, a.finding) || b.lastMs - a.lastMs;
}
