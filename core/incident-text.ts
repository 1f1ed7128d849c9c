import { duration } from './causes/reading/words';
import type { Incident } from './incident';

/** One sentence or two: what happened, how often, and whether it heals. */
export function incidentSentence(incident: Incident, nowMs: number): string {
  return `${whatText(incident)}${reachText(incident)}. ${outlook(incident, nowMs)}`;
}

function whatText({ headline, failedCount, sameCount }: Incident): string {
  const times = sameCount > 1 ? `, ${sameCount} times` : '';
  const others = failedCount - sameCount;
  if (others <= 0) return `${headline.title}${times}`;
  return `${headline.title}${times}, and ${others} more ${others === 1 ? 'attempt' : 'attempts'} failed`;
}

function reachText({ reach, episodes }: Incident): string {
  const count = new Set(episodes.map(({ chain }) => chain.id)).size;
  if (reach === 'hosts') return `, on ${count} links to different hosts at once`;
  return reach === 'host' ? `, on ${count} links to one host at once` : '';
}

/** What was reported, was reported over a connection that works. */
function isOpenStill({ episodes }: Incident): boolean {
  return episodes.some(({ failed }) => failed.at(-1)?.connection.endedMs === undefined);
}

function outlook(incident: Incident, nowMs: number): string {
  const { state, startedMs, endedMs, failedCount, headline } = incident;
  const lasted = duration((endedMs ?? nowMs) - startedMs);
  switch (state) {
    case 'healed':
      return failedCount === 1
        ? `The next attempt got in after ${lasted}.`
        : `It was well again after ${lasted}.`;
    case 'over':
      return 'The page was left, or gave up, before it was well again.';
    case 'ongoing':
      if (isOpenStill(incident)) return 'The connection itself is open.';
      switch (headline.retry) {
        case 'change-first':
          return 'It will not heal by itself.';
        case 'heals':
          return 'It heals by itself.';
        case 'can-succeed':
          return `Nothing has got in since, ${lasted} so far; a later attempt can.`;
        case 'not-needed':
        case 'unknown':
          return `Nothing has got in since, ${lasted} so far.`;
      }
  }
}
