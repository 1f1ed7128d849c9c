import type { Connection } from '../../capture/connection';
import type { Evidence, Ruling } from '../cause';
import { browserEvidence } from './browser-evidence';
import { pageEvidence } from './page-evidence';

/** Everything both halves say about the end of a connection: the browser's words first, they say the most. */
export function evidenceOf(connection: Connection): Evidence[] {
  return [...browserEvidence(connection), ...pageEvidence(connection)];
}

type Found = Extract<Ruling, { verdict: 'found' }>;

/** A `found` ruling. Throws without evidence: a rule must not claim what it cannot show. */
export function found(evidence: readonly Evidence[], facts: Omit<Found, 'verdict' | 'evidence'>): Found {
  const [first, ...rest] = evidence;
  if (first === undefined) throw new Error('A cause was found without evidence.');
  return { verdict: 'found', evidence: [first, ...rest], ...facts };
}
