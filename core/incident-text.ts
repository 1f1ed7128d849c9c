import { didOpen } from './causes/reading/opened';
import { duration, toMidSentence } from './causes/reading/words';
import type { Incident } from './incident';

/** One sentence or two: what happened, how often, and whether it heals. */
export function incidentSentence(incident: Incident, nowMs: number): string {
  return `${whatText(incident)}${reachText(incident)}. ${outlook(incident, nowMs)}`;
}

function whatText({ headline, failedCount, sameCount, episodes, latest }: Incident): string {
  const times = sameCount > 1 ? `, ${sameCount} times` : '';
  const others = failedCount - sameCount;
  const what = `${headline.title}${times}`;
  if (others <= 0) return what;
  const more = `${others} more ${others === 1 ? 'attempt' : 'attempts'} failed`;
  // Of several links, the latest failure stands for its own link alone.
  if (latest.title === headline.title || episodes.length > 1) return `${what}, and ${more}`;
  const last = others === 1 ? '' : ', the last one';
  return `${what}, and ${more}${last}: ${toMidSentence(latest.title)}`;
}

function reachText({ reach, episodes }: Incident): string {
  const count = new Set(episodes.map(({ chain }) => chain.id)).size;
  if (reach === 'hosts') return `, on ${count} links to different hosts at once`;
  return reach === 'host' ? `, on ${count} links to one host at once` : '';
}

/** What was reported, was reported over a connection that works. */
function isOpenStill({ episodes }: Incident): boolean {
  return episodes.some(({ failed }) => {
    const last = failed.at(-1)?.connection;
    // Firefox tells of a refusal before the page hears of it: then it is neither open nor over.
    return last !== undefined && last.endedMs === undefined && didOpen(last);
  });
}

function outlook(incident: Incident, nowMs: number): string {
  const { state, startedMs, endedMs, failedCount, latest } = incident;
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
      switch (latest.retry) {
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
