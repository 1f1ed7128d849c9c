import type { EventIds } from '../../profiles/profile';
import { judgeCountingIds } from './counting-ids';
import type { Attempted, IdProblem } from './id-problem';
import { judgeUnorderedIds } from './unordered-ids';

/** What the attempts of one link had of events, one after the other. Time is linear in the ids. */
export function judgeEventIds(attempts: readonly Attempted[], ids: EventIds): readonly IdProblem[] {
  const taken = attempts.filter(({ isAdmitted }) => isAdmitted);
  return ids.order === 'counting' ? judgeCountingIds(taken, ids) : judgeUnorderedIds(taken, ids);
}
