import type { Chain } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import { eventIdsInconsistent } from '../core/causes/event-ids-inconsistent';
import { resumeGap } from '../core/causes/resume-gap';
import type { ChainFinding } from '../core/diagnose-chain';
import { diagnoseChain } from '../core/diagnose-chain';
import type { Profile } from '../core/profiles/profile';
import { transcriptOf, wireOf } from '../core/protocols/wire';
import type { EventMark } from './event-marks';
import { profilesOf } from './known-profiles';

/** By the id of the connection. */
export type OrderMarks = ReadonlyMap<string, readonly EventMark[]>;

/** What tells of holes and overlaps between the attempts of a link. */
const CAUSES = [eventIdsInconsistent, resumeGap];
const NOTHING: OrderMarks = new Map();

interface Known {
  readonly readCount: number;
  readonly profiles: readonly Profile[];
  readonly marks: OrderMarks;
}
const known = new WeakMap<Chain, Known>();

/** Where an attempt of the chain was sent again what an earlier one had had, or did not get what it asked for. */
export function orderMarksOf(chain: Chain): OrderMarks {
  const connections = chain.attempts.map(({ connection }) => connection);
  // Nobody comes back, nothing comes back.
  if (connections.length < 2) return NOTHING;
  const profiles = profilesOf(chain.attempts[0].connection);
  const readCount = connections.reduce((sum, one) => sum + transcriptOf(one).readCount, 0);
  const remembered = known.get(chain);
  if (remembered?.readCount === readCount && remembered.profiles === profiles) return remembered.marks;
  const marks = toMarks(connections, diagnose(chain, profiles));
  known.set(chain, { readCount, profiles, marks });
  return marks;
}

function diagnose(chain: Chain, profiles: readonly Profile[]): readonly ChainFinding[] {
  const surroundings = { headlines: [], lifecycle: [], siblings: [], others: [], nowMs: 0 };
  return diagnoseChain({ ...surroundings, chain, wireOf: (one) => wireOf(one, 0), profiles }, CAUSES).filter(
    ({ verdict }) => verdict === 'found',
  );
}

function toMarks(connections: readonly Connection[], findings: readonly ChainFinding[]): OrderMarks {
  if (findings.length === 0) return NOTHING;
  const marks = new Map<string, EventMark[]>();
  for (const { title, severity, evidence, about = [] } of findings) {
    const concerned = new Set(about);
    for (const { id, startedMs, endedMs = Infinity } of connections) {
      if (!concerned.has(id)) continue;
      const times = evidence.flatMap(({ timeMs = NaN }) =>
        timeMs >= startedMs && timeMs <= endedMs ? [timeMs] : [],
      );
      // Evidence is given of the newest only; of the others it is known which attempts they were.
      const own = (times.length > 0 ? times : [startedMs]).map((timeMs): EventMark => ({
        timeMs,
        kind: 'event-order',
        severity,
        text: title,
      }));
      marks.set(id, [...(marks.get(id) ?? []), ...own]);
    }
  }
  return marks;
}
