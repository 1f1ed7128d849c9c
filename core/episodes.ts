import type { Attempt, Chain } from './capture/chain';
import type { Connection } from './capture/connection';
import type { EventOf } from './capture/event';
import { didOpen } from './causes/reading/opened';
import { DROPPED_AT_ONCE_MS, HEALED_AFTER_MS, RELOAD_GAP_MS } from './causes/thresholds';
import type { Finding } from './finding';

/** What one chain went through in an incident. */
export interface Episode {
  readonly chain: Chain;
  /** The attempts that ended badly, oldest first. */
  readonly failed: readonly [Attempt, ...Attempt[]];
  /** What was wrong with the first of them. */
  readonly headline: Finding;
  /** What was wrong with the last of them. */
  readonly latest: Finding;
  /** How many of them had the same wrong with them as the first. */
  readonly sameCount: number;
  /** When the first of them ended. */
  readonly startedMs: number;
  /** `healed`: a later attempt opened and lived. `over`: the page was left, or closed it on purpose. */
  readonly state: 'ongoing' | 'healed' | 'over';
  readonly endedMs: number | undefined;
}

export type LeftDocuments = ReadonlyMap<string, EventOf<'page-hidden'>>;

export type HeadlineOf = (connection: Connection) => Finding | undefined;

/** @returns oldest first */
export function toEpisodes(
  chain: Chain,
  headlineOf: HeadlineOf,
  leftDocuments: LeftDocuments,
): readonly Episode[] {
  const episodes: Episode[] = [];
  let failed: Attempt[] = [];
  let headline: Finding | undefined;
  let latest: Finding | undefined;
  let sameCount = 0;
  function close(state: Episode['state'], endedMs: number | undefined): void {
    const [first, ...others] = failed;
    if (first !== undefined && headline !== undefined && latest !== undefined) {
      const startedMs = first.connection.endedMs ?? first.connection.startedMs;
      const named = { headline, latest, sameCount };
      episodes.push({ chain, failed: [first, ...others], ...named, startedMs, state, endedMs });
    }
    failed = [];
    headline = undefined;
    sameCount = 0;
  }
  for (const attempt of chain.attempts) {
    const { connection } = attempt;
    const finding = headlineOf(connection);
    const isBad = finding !== undefined && finding.severity !== 'info';
    const isNews = headline?.retry === 'change-first' && finding?.title !== headline.title;
    if (failed.length > 0 && hasHealed(connection, isBad, isNews)) close('healed', openedMs(connection));
    if (isBad) {
      failed.push(attempt);
      headline ??= finding;
      latest = finding;
      if (finding.title === headline.title) sameCount += 1;
    } else if (failed.length > 0 && connection.endedMs !== undefined) {
      // Left, cancelled, or closed as it should be.
      close('over', connection.endedMs);
    }
  }
  const last = chain.attempts.at(-1)?.connection;
  const gone = last?.pageGone ?? (last && leftDocuments.get(last.streamId));
  const isPageGone = gone?.persisted === false;
  close(isPageGone ? 'over' : 'ongoing', isPageGone ? gone.timeMs : undefined);
  return episodes;
}

/**
 * It works again: the attempt is open and well, or was for long enough that its end is another story. After a refusal
 * that nothing but a change could mend, to get past it is enough.
 */
function hasHealed(connection: Connection, isBad: boolean, isNews: boolean): boolean {
  if (!didOpen(connection)) return false;
  if (connection.endedMs === undefined) return !isBad;
  return connection.endedMs - openedMs(connection) >= (isNews ? DROPPED_AT_ONCE_MS : HEALED_AFTER_MS);
}

function openedMs({ open, startedMs }: Connection): number {
  return open?.timeMs ?? startedMs;
}

/** The page was left while it failed, and the next document got in: development servers reload pages like that. */
export function healedByReload(
  chains: readonly Chain[],
  headlineOf: HeadlineOf,
): (episode: Episode) => Episode {
  const byEndpoint = new Map<string, Connection[]>();
  for (const { endpoint, attempts } of chains) {
    const firsts = byEndpoint.get(endpoint);
    if (firsts === undefined) byEndpoint.set(endpoint, [attempts[0].connection]);
    else firsts.push(attempts[0].connection);
  }
  for (const firsts of byEndpoint.values()) firsts.sort((a, b) => a.startedMs - b.startedMs);
  return (episode) => {
    const { state, endedMs, chain } = episode;
    if (state !== 'over' || endedMs === undefined) return episode;
    const next = firstFrom(byEndpoint.get(chain.endpoint) ?? [], endedMs);
    if (next === undefined || next.streamId === chain.attempts[0].connection.streamId) return episode;
    if (next.startedMs - endedMs > RELOAD_GAP_MS) return episode;
    const severity = headlineOf(next)?.severity ?? 'info';
    return hasHealed(next, severity !== 'info', false)
      ? { ...episode, state: 'healed', endedMs: openedMs(next) }
      : episode;
  };
}

/** The first that began at this time or later: by halves, since a storm leaves thousands. */
function firstFrom(sorted: readonly Connection[], timeMs: number): Connection | undefined {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const startedMs = sorted[middle]?.startedMs ?? Infinity;
    if (startedMs < timeMs) from = middle + 1;
    else to = middle;
  }
  return sorted[from];
}
