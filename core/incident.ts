import type { Chain } from './capture/chain';
import { SAME_MOMENT_MS, RELOAD_GAP_MS } from './causes/thresholds';
import { healedByReload, toEpisodes, type Episode, type HeadlineOf, type LeftDocuments } from './episodes';
import type { Finding } from './finding';

/** Failures that belong together: what started them, what they dragged along, and when it was well again. */
export interface Incident {
  /** Of the first connection that failed: stable while the incident grows. */
  readonly id: string;
  readonly startedMs: number;
  /** Undefined: it goes on. */
  readonly endedMs: number | undefined;
  readonly state: Episode['state'];
  /** What started it: a finding about the whole machine before one about a single server, and the worst of those. */
  readonly headline: Finding;
  /** What failed last, of what still goes on if anything does: what comes of waiting depends on it. */
  readonly latest: Finding;
  /** In the order in which they failed. */
  readonly episodes: readonly [Episode, ...Episode[]];
  readonly failedCount: number;
  /** How many of these ended as the headline says. */
  readonly sameCount: number;
  /** How far it reached: one link, several links to one host, or several hosts at once. */
  readonly reach: 'link' | 'host' | 'hosts';
}

/**
 * Finds the incidents of a capture. Linear in the number of attempts, apart from sorting.
 *
 * @param headlineOf the headline of a connection; `info` and nothing at all count as well
 * @param leftDocuments a connection knows of its page's end only where that was near its own
 * @returns oldest first
 */
export function toIncidents(
  chains: readonly Chain[],
  headlineOf: HeadlineOf,
  leftDocuments: LeftDocuments = new Map(),
): readonly Incident[] {
  const episodes = chains
    .flatMap((chain) => toEpisodes(chain, headlineOf, leftDocuments))
    .map(healedByReload(chains, headlineOf))
    .sort((a, b) => a.startedMs - b.startedMs);
  const groups: [Episode, ...Episode[]][] = [];
  /** By endpoint: where the page was left, with the group it belongs to. */
  const left = new Map<string, { readonly episode: Episode; readonly group: [Episode, ...Episode[]] }>();
  for (const episode of episodes) {
    const before = left.get(episode.chain.endpoint);
    let group = groups.slice(-NEIGHBOURS).findLast(([first]) => isSameMoment(first, episode));
    if (before !== undefined && goesOn(before.episode, episode)) group ??= before.group;
    if (group === undefined) groups.push((group = [episode]));
    else group.push(episode);
    if (episode.state === 'over') left.set(episode.chain.endpoint, { episode, group });
  }
  return groups.map(toIncident);
}

/** Found on a machine-wide event, it explains every socket that died with it. */
const MACHINE_WIDE: ReadonlySet<string> = new Set(['network-lost', 'device-slept']);

/**
 * What fails in one moment belongs together when it fails alike, or when one of them says that it is the machine. Two
 * links may also fail at once for reasons of their own.
 */
function isSameMoment(first: Episode, episode: Episode): boolean {
  if (episode.startedMs - first.startedMs > SAME_MOMENT_MS) return false;
  const causes = [first.headline.cause, episode.headline.cause];
  return causes[0] === causes[1] || causes.some((cause) => MACHINE_WIDE.has(cause));
}

/** The user reloaded the page, and it fails as before. */
function goesOn(before: Episode, episode: Episode): boolean {
  const gapMs = episode.startedMs - (before.endedMs ?? before.startedMs);
  return gapMs <= RELOAD_GAP_MS && before.headline.title === episode.headline.title;
}

/** So many groups back something is looked for that happened at the same moment. Our choice: linear in all. */
const NEIGHBOURS = 50;

function toIncident(episodes: [Episode, ...Episode[]]): Incident {
  const [first] = episodes;
  const isOngoing = episodes.some(({ state }) => state === 'ongoing');
  const ends = episodes.map(({ endedMs, startedMs }) => endedMs ?? startedMs);
  const headline = episodes.map((episode) => episode.headline).reduce(moreTelling);
  const concerned = isOngoing ? episodes.filter(({ state }) => state === 'ongoing') : episodes;
  const { latest } = concerned.reduce((a, b) => (lastFailedMs(b) > lastFailedMs(a) ? b : a));
  const alike = episodes.filter((episode) => episode.headline.title === headline.title);
  return {
    id: first.failed[0].connection.id,
    startedMs: first.startedMs,
    endedMs: isOngoing ? undefined : Math.max(...ends),
    state: isOngoing ? 'ongoing' : (episodes.at(-1)?.state ?? first.state),
    headline,
    latest,
    episodes,
    failedCount: episodes.reduce((sum, { failed }) => sum + failed.length, 0),
    sameCount: alike.reduce((sum, episode) => sum + episode.sameCount, 0),
    reach: reachOf(episodes),
  };
}

function lastFailedMs({ failed, startedMs }: Episode): number {
  return failed.at(-1)?.connection.endedMs ?? startedMs;
}

const SEVERITIES = ['info', 'warning', 'error'] as const;

function moreTelling(a: Finding, b: Finding): Finding {
  return weight(b) > weight(a) ? b : a;
}

function weight({ cause, verdict, severity }: Finding): number {
  const certainty = verdict === 'found' ? 0.5 : 0;
  return (MACHINE_WIDE.has(cause) ? 10 : 0) + SEVERITIES.indexOf(severity) + certainty;
}

function reachOf(episodes: readonly Episode[]): Incident['reach'] {
  const endpoints = new Set(episodes.map(({ chain }) => chain.endpoint));
  if (endpoints.size === 1) return 'link';
  const hosts = [...endpoints].map((endpoint) =>
    URL.canParse(endpoint) ? new URL(endpoint).host : endpoint,
  );
  return new Set(hosts).size === 1 ? 'host' : 'hosts';
}
