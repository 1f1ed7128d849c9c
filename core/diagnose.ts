import type { Connection } from './capture/connection';
import type { Cause, Confidence, Evidence, Layer, Severity } from './causes/cause';
import { causes } from './causes/catalogue';

/** A cause that was matched on a connection: what a person reads. */
export interface Finding {
  readonly cause: string;
  readonly layer: Layer;
  readonly verdict: 'found' | 'cannot-tell' | 'error';
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  readonly likelyCauses: readonly string[];
  readonly next: readonly string[];
  /** `cannot-tell` only: what Hangup would have had to see. */
  readonly missing?: string;
}

/**
 * Names why one connection ended. The catalogue is ordered from the most specific cause to the most general, and
 * the first `found` is the headline: its consequences (a 403 is also a 1006) are not reported a second time.
 * `cannot-tell` is the answer only where nothing was found. An empty list: nothing is wrong so far.
 */
export function diagnoseConnection(connection: Connection, catalogue: readonly Cause[] = causes): Finding[] {
  let cannotTell: Finding | undefined;
  const failed: Finding[] = [];
  for (const cause of catalogue) {
    const finding = rule(cause, connection);
    if (finding?.verdict === 'found') return [finding, ...failed];
    if (finding?.verdict === 'cannot-tell') cannotTell ??= finding;
    if (finding?.verdict === 'error') failed.push(finding);
  }
  return cannotTell ? [cannotTell, ...failed] : failed;
}

function rule(cause: Cause, connection: Connection): Finding | undefined {
  const { id, layer, severity, title, explanation, likelyCauses, next } = cause;
  const general = { cause: id, layer, severity, title, explanation, likelyCauses, next };
  try {
    const ruling = cause.diagnose(connection);
    switch (ruling.verdict) {
      case 'found':
        return {
          ...general,
          verdict: 'found',
          severity: ruling.severity ?? severity,
          confidence: ruling.confidence,
          title: ruling.title ?? title,
          evidence: ruling.evidence,
          next: [...(ruling.next ?? []), ...next],
        };
      case 'cannot-tell':
        return {
          ...general,
          verdict: 'cannot-tell',
          confidence: 'possible',
          title: ruling.title ?? title,
          evidence: ruling.evidence,
          missing: ruling.missing,
        };
      case 'clear':
      case 'not-applicable':
        return undefined;
    }
  } catch (problem) {
    // A rule that fails must not take the others with it, and must not pass for "nothing found".
    return {
      ...general,
      verdict: 'error',
      severity: 'warning',
      confidence: 'possible',
      title: `The check "${id}" failed on this connection`,
      explanation: problem instanceof Error ? problem.message : String(problem),
      evidence: [],
      next: ['Export a bundle and report this: it is a defect in Hangup, not in your socket.'],
    };
  }
}
