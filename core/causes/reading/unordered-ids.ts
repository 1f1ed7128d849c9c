import type { EventIds } from '../../profiles/profile';
import { matchesUrl } from '../../profiles/url-test';
import { REPLAY_SETTLES_MS } from '../thresholds';
import { problemAt, resumeOf, type Attempted, type IdProblem } from './id-problem';

/** Ids without an order: a client that comes back gets all events again, or those since a moment. */
export function judgeUnorderedIds(attempts: readonly Attempted[], ids: EventIds): readonly IdProblem[] {
  const problems: IdProblem[] = [];
  const seen = new Set<string | number>();
  let before: { readonly asked: string | undefined; readonly hadNew: boolean } | undefined;
  for (const attempt of attempts) {
    const { connection, notes } = attempt;
    const asked = resumeOf(connection, ids);
    if (before?.hadNew === true && asked !== undefined && asked === before.asked) {
      const text = `It asked for events since ${asked} again, and had had newer ones`;
      problems.push(problemAt('stale-anchor', connection, text));
    }
    const own = new Set(notes.ids.map(({ id }) => id));
    const missing = [...seen].filter((id) => !own.has(id)).length;
    if (missing > 0 && isWholeReplay(attempt, ids)) {
      const text = `Of ${seen.size} events from before, ${missing} did not come again`;
      problems.push(problemAt('lost', connection, text));
    }
    const known = seen.size;
    for (const id of own) seen.add(id);
    before = { asked, hadNew: seen.size > known };
  }
  return problems;
}

/** It asked for everything, and had the time to get it. */
function isWholeReplay(
  { connection, notes, isComplete }: Attempted,
  { replaysWith = [] }: EventIds,
): boolean {
  const { url, documentUrl, messages, endedMs } = connection;
  if (!isComplete || !notes.hasAllIds) return false;
  if (!replaysWith.some((test) => matchesUrl(test, url, documentUrl))) return false;
  const last = notes.ids.at(-1);
  const endMs = Math.max(endedMs ?? 0, messages.at(-1)?.timeMs ?? 0);
  return last !== undefined && endMs - last.timeMs >= REPLAY_SETTLES_MS;
}
