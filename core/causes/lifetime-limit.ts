import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { endsOfOtherSide, newestOf, pattern } from './reading/ends';
import { found } from './reading/found';
import { duration } from './reading/words';
import { LIFETIME_LIMITS, LIFETIME_SLACK, PATTERN_REPEATS, SHORTEST_LIFETIME_LIMIT_MS } from './thresholds';

export const lifetimeLimit: ChainCause = {
  id: 'lifetime-limit',
  layer: 'transport',
  severity: 'warning',
  title: 'Connections live for a fixed time',
  explanation:
    'The connection ended again and again after the same lifetime, whatever was said over it. Gateways and serverless platforms give a connection a longest life, and some servers end it with its login.',
  likelyCauses: [
    'A request time-out of the platform: to it a WebSocket is one long request.',
    'A token or session with a fixed lifetime.',
    'A server that renews its clients on purpose.',
  ],
  next: [
    'Open the next connection before the limit, move over, then close the old one.',
    'Raise the limit where it can be raised, or choose a platform without one.',
  ],
  nextForUser: ['Nothing: the page comes back by itself.'],
  retry: 'can-succeed',
  needs: ['page-events', 'repetition'],
  explains: ['abnormal-closure', 'closed-without-code', 'going-away'],
  diagnose(view) {
    const ends = endsOfOtherSide(view);
    if (ends.length < PATTERN_REPEATS) return NOT_APPLICABLE;
    const alike = pattern(
      ends,
      ({ openMs }) => openMs,
      (ms) => ms * LIFETIME_SLACK,
    );
    const newest = alike?.at(-1);
    if (alike === undefined || newest === undefined || newest.openMs < SHORTEST_LIFETIME_LIMIT_MS)
      return CLEAR;
    const evidence = newestOf(alike).map(({ endMs, openMs }): Evidence => {
      return {
        source: 'page-hook',
        timeMs: endMs,
        text: `It ended after it had been open for ${duration(openMs)}`,
      };
    });
    const limit = LIFETIME_LIMITS.find(
      ([seconds]) => Math.abs(newest.openMs / 1_000 - seconds) <= seconds * LIFETIME_SLACK,
    );
    // Where it had been silent for most of its life, an idle time-out would look the same.
    const wereBusy = alike.every(({ quietMs, openMs }) => quietMs !== undefined && quietMs < openMs / 2);
    return found(evidence, {
      confidence: wereBusy ? 'likely' : 'possible',
      title: `It ended ${alike.length} times after a life of ${duration(newest.openMs)}`,
      next:
        limit === undefined
          ? []
          : [`${duration(limit[0] * 1_000)} is the limit of ${limit[1]}: look there first.`],
      about: alike.map(({ connection }) => connection.id),
    });
  },
};
