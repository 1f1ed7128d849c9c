import type { Connection } from '../../capture/connection';
import type { EventIds } from '../../profiles/profile';
import type { ProfileScene } from '../../profiles/profile-scene';
import type { ConditionOf } from '../../profiles/sign-condition';
import type { Evidence } from '../cause';

export interface Attempted extends ProfileScene {
  readonly connection: Connection;
  /** All its messages are here and have been read. */
  readonly isComplete: boolean;
  /** The client took the events that came: where they are repeated before it is let in, it discards them until then. */
  readonly isAdmitted: boolean;
}

export interface IdProblem {
  readonly problem: ConditionOf<'event-ids'>['problem'];
  readonly connectionId: string;
  readonly evidence: Evidence;
}

/** Where the client said it stood; undefined: it said nothing. */
export function resumeOf({ url }: Connection, { resume }: EventIds): string | undefined {
  if (resume === undefined || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get(resume.name) ?? undefined;
}

export function problemAt(
  problem: IdProblem['problem'],
  { id, startedMs, messages, sources }: Connection,
  text: string,
  timeMs = startedMs,
): IdProblem {
  const source = messages[0]?.source ?? sources[0] ?? 'page-hook';
  return { problem, connectionId: id, evidence: { source, text, timeMs } };
}
