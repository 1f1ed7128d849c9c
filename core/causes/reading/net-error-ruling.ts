import type { Connection } from '../../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Ruling } from '../cause';
import { rulingForFailure } from './failure-ruling';
import { outcomeOf } from './outcome';

/** The rule of causes that a single error of the network stack decides. */
export function rulingForNetError(connection: Connection, words: RegExp): Ruling {
  const outcome = outcomeOf(connection);
  if (outcome === undefined) return NOT_APPLICABLE;
  if (outcome.kind !== 'network' || !words.test(outcome.text)) return CLEAR;
  return rulingForFailure(connection, 'network');
}
