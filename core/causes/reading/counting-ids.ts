import type { EventIds } from '../../profiles/profile';
import { problemAt, resumeOf, type Attempted, type IdProblem } from './id-problem';

/** How far the attempts before had come. */
interface Reached {
  readonly highest: number;
  /** The last one that came: below the highest where a replay ends with an older one. */
  readonly last: number;
}

/** Ids that count: a client that comes back says which it had last, and gets what follows. */
export function judgeCountingIds(attempts: readonly Attempted[], ids: EventIds): readonly IdProblem[] {
  const problems: IdProblem[] = [];
  let reached: Reached | undefined;
  for (const attempt of attempts) {
    const asked = resumeOf(attempt.connection, ids);
    const position = asked !== undefined && /^-?\d{1,15}$/.test(asked) ? Number(asked) : undefined;
    if (reached !== undefined && asked !== undefined && isRewound(asked, position, reached)) {
      const text = `It asked for events after "${asked}", and had had ${reached.highest} already`;
      problems.push(problemAt('rewound', attempt.connection, text));
    }
    problems.push(...judgeOwn(attempt, position));
    for (const { id } of attempt.notes.ids) {
      if (typeof id === 'number') reached = { highest: Math.max(reached?.highest ?? id, id), last: id };
    }
  }
  return problems;
}

/** To ask from the last one that was handled is right, though it may be below the highest: the overlap is expected. */
function isRewound(asked: string, position: number | undefined, { highest, last }: Reached): boolean {
  return position === undefined ? asked !== '' : position < Math.min(highest, last);
}

function judgeOwn({ connection, notes, isComplete }: Attempted, position: number | undefined): IdProblem[] {
  const problems: IdProblem[] = [];
  const own = new Set<number>();
  let before = position !== undefined && position >= 0 ? position : undefined;
  for (const { id, timeMs } of notes.ids) {
    if (typeof id !== 'number') continue;
    if (own.has(id))
      problems.push(problemAt('repeated', connection, `Event ${id} came twice on one connection`, timeMs));
    if (id === 0 && position !== undefined && position >= 0) {
      const text = `It asked for events after ${position}, and got event 0 again`;
      problems.push(problemAt('reset', connection, text, timeMs));
    }
    if (isComplete && notes.hasAllIds && before !== undefined && id > before + 1)
      problems.push(problemAt('skipped', connection, `After event ${before} came ${id}`, timeMs));
    own.add(id);
    before = id;
  }
  return problems;
}
