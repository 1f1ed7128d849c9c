import type { Chain } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import { lifecycleAround } from '../core/capture/surroundings';
import type { Severity } from '../core/causes/cause';
import { sceneOf } from '../core/causes/scene';
import { diagnoseConnection } from '../core/diagnose';
import { diagnoseChain, type ChainFinding } from '../core/diagnose-chain';
import type { Finding } from '../core/finding';
import type { Profile } from '../core/profiles/profile';
import { profileSceneOf } from '../core/profiles/profile-scene';
import { transcriptOf, wireOf } from '../core/protocols/wire';
import { profilesOf } from './known-profiles';

/** What one look at a connection may read of its messages, as in `Transcript.readOn`: about 2 ms. The rest is read between ticks. */
const PORTION = 100_000;

interface Known {
  readonly readCount: number;
  readonly profiles: readonly Profile[];
  readonly findings: readonly Finding[];
}
// The fold gives a changed connection a new object, so what is known of an object goes stale only as more is read,
// or as other profiles are known.
const cache = new WeakMap<Connection, Known>();

/** What is wrong with a connection, as it was diagnosed last. Asked for each of thousands whenever they are drawn. */
export function findingsOf(connection: Connection): readonly Finding[] {
  const known = cache.get(connection);
  return known?.profiles === profilesOf(connection) ? known.findings : diagnoseAnew(connection);
}

/** Diagnoses a connection by what has been read of it, unless that is known: some 50 µs, and a portion of reading. */
export function diagnoseAnew(connection: Connection): readonly Finding[] {
  const profiles = profilesOf(connection);
  const known = cache.get(connection);
  if (known?.readCount === connection.messages.length && known.profiles === profiles) return known.findings;
  const scene = sceneOf(connection, profiles, PORTION);
  const { readCount } = transcriptOf(connection);
  if (known?.readCount === readCount && known.profiles === profiles) return known.findings;
  const findings = diagnoseConnection(connection, scene);
  cache.set(connection, { readCount, profiles, findings });
  return findings;
}

/** When and among what a chain is looked at. */
export interface Moment {
  readonly lifecycle: readonly LifecycleEvent[];
  readonly nowMs: number;
  /** The other chains of its conversation. */
  readonly siblings: readonly Chain[];
  /** Other chains of the capture, as in `companionsOf`. */
  readonly others: readonly Chain[];
}

/** What the attempts of a chain show together. */
export function chainFindingsOf(
  chain: Chain,
  { lifecycle, nowMs, siblings, others }: Moment,
): readonly ChainFinding[] {
  return diagnoseChain({
    chain,
    headlines: chain.attempts.map(({ connection }) => findingsOf(connection)[0]),
    wireOf: (connection) => wireOf(connection, 0),
    lifecycle: lifecycleAround(chain, lifecycle),
    siblings,
    others,
    nowMs,
    profiles: profilesOf(chain.attempts[0].connection),
  });
}

/**
 * Reads on in messages that nobody has looked at yet. True: all is read.
 *
 * @param budget of reading between two looks at the clock
 */
export function readOn(connections: readonly Connection[], budget: number, mayGoOn: () => boolean): boolean {
  for (const connection of connections) {
    if (finished.has(connection)) continue;
    // First, so that what a profile asks for is noted while the messages are read.
    profileSceneOf(connection, profilesOf(connection));
    const transcript = transcriptOf(connection);
    while (!transcript.readOn(connection.messages, budget)) if (!mayGoOn()) return false;
    finished.add(connection);
    // To begin with one that has no messages takes its time as well.
    if (!mayGoOn()) return connection === connections.at(-1);
  }
  return true;
}
const finished = new WeakSet<Connection>();

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Positive when `a` is worse than `b`; nothing at all is better than `info`. */
export function compareSeverity(a: Severity | undefined, b: Severity | undefined): number {
  return (a === undefined ? 0 : RANK[a]) - (b === undefined ? 0 : RANK[b]);
}

/** Positive when `a` says more of what is wrong: the worse one, and among equals the one that names a cause. */
export function compareFindings(a: Finding | undefined, b: Finding | undefined): number {
  return compareSeverity(a?.severity, b?.severity) || certaintyOf(a) - certaintyOf(b);
}

function certaintyOf(finding: Finding | undefined): number {
  return finding?.verdict === 'found' ? 1 : 0;
}

/** The worst of them; among equals the first, because diagnosis puts its headline first. */
export function worstFinding(findings: readonly Finding[]): Finding | undefined {
  let worst: Finding | undefined;
  for (const finding of findings) {
    if (compareFindings(finding, worst) > 0) worst = finding;
  }
  return worst;
}
