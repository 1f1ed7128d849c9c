import type { Connection } from '../../capture/connection';
import type { Evidence, Ruling } from '../cause';
import { browserEvidence } from './browser-evidence';
import { pageEvidence } from './page-evidence';

/**
 * Everything both halves say about the end of a connection, what decides it first: the browser's words where it has
 * any, and the page's close code where all that the browser knows is that the handshake went well.
 */
export function evidenceOf(connection: Connection): Evidence[] {
  const { handshake } = connection;
  const browser = browserEvidence(connection);
  const page = pageEvidence(connection);
  const isHandshakeFine = handshake?.status === 101 && handshake.failure === undefined;
  return isHandshakeFine ? [...page, ...browser] : [...browser, ...page];
}

type Found = Extract<Ruling, { verdict: 'found' }>;

/** A `found` ruling. Throws without evidence: a rule must not claim what it cannot show. */
export function found(evidence: readonly Evidence[], facts: Omit<Found, 'verdict' | 'evidence'>): Found {
  const [first, ...rest] = evidence;
  if (first === undefined) throw new Error('A cause was found without evidence.');
  return { verdict: 'found', evidence: [first, ...rest], ...facts };
}
