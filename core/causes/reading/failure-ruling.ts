import type { Connection } from '../../capture/connection';
import type { FailureKind } from '../../handshake/failure';
import { CLEAR, NOT_APPLICABLE, type Confidence, type Ruling } from '../cause';
import { evidenceOf, found } from './found';
import { outcomeOf } from './outcome';
import { asTitle } from './words';

const AFTER_OPEN: ReadonlySet<FailureKind> = new Set(['violation-after-open', 'page-cached']);

/** The rule of all causes that the browser's own words decide: the title says what those words mean. */
export function rulingForFailure(
  connection: Connection,
  kind: FailureKind,
  confidence: Confidence = 'certain',
): Ruling {
  const outcome = outcomeOf(connection);
  if (outcome === undefined) return NOT_APPLICABLE;
  if (outcome.kind !== kind) return CLEAR;
  // The page's word counts more: a record that denies its `open` is another socket's, or was cut short.
  if (connection.open !== undefined && !AFTER_OPEN.has(kind)) return CLEAR;
  return found(evidenceOf(connection), {
    confidence,
    title: asTitle(outcome.meaning),
    next: [outcome.fix],
  });
}
