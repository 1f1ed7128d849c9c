import type { Connection } from '../core/capture/connection';
import type { Severity } from '../core/causes/cause';
import { diagnoseConnection } from '../core/diagnose';
import type { Finding } from '../core/diagnose';

// The fold gives a changed connection a new object, so an object's findings never go stale.
const cache = new WeakMap<Connection, readonly Finding[]>();

/** What is wrong with a connection; each version of it is diagnosed once, when somebody looks. */
export function findingsOf(connection: Connection): readonly Finding[] {
  const known = cache.get(connection);
  if (known !== undefined) return known;
  const findings = diagnoseConnection(connection);
  cache.set(connection, findings);
  return findings;
}

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Positive when `a` is worse than `b`; nothing at all is better than `info`. */
export function compareSeverity(a: Severity | undefined, b: Severity | undefined): number {
  return (a === undefined ? 0 : RANK[a]) - (b === undefined ? 0 : RANK[b]);
}

/** Positive when `a` says more of what is wrong: the worse one, and among equals the one that names a cause. */
export function compareFindings(a: Finding | undefined, b: Finding | undefined): number {
  return compareSeverity(a?.severity, b?.severity) || certaintyOf(a) - certaintyOf(b);
}

function certaintyOf(finding: Finding | undefined): number {
  return finding?.verdict === 'found' ? 1 : 0;
}

/** The worst of them; among equals the first, because diagnosis puts its headline first. */
export function worstFinding(findings: readonly Finding[]): Finding | undefined {
  let worst: Finding | undefined;
  for (const finding of findings) {
    if (compareFindings(finding, worst) > 0) worst = finding;
  }
  return worst;
}
