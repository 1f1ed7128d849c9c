import type { Attempt } from '../capture/chain';
import { CLEAR, NOT_APPLICABLE, type Ruling } from './cause';
import type { ChainCause, ChainView } from './chain-cause';
import { found } from './reading/found';
import { didOpen } from './reading/opened';
import { AWAY_ATTEMPTS } from './thresholds';

export const retriesWhileAway: ChainCause = {
  id: 'retries-while-away',
  layer: 'reconnect',
  severity: 'warning',
  title: 'The page tries to reconnect while the browser is offline',
  explanation:
    'Attempts that cannot succeed, or whose success nobody would see, cost power and use up the patience of the client: it may have given up, or wait for long, when the network is back.',
  likelyCauses: [
    'The client reconnects on a timer alone, and does not listen to `online` and `visibilitychange`.',
  ],
  next: [
    'Stop while `navigator.onLine` is false, and try at once on `online`.',
    'While the page is hidden try less often, and at once when it is shown.',
  ],
  nextForUser: ['Check your network; reload the page when it is back.'],
  retry: 'heals',
  needs: ['page-events', 'page-lifecycle'],
  explains: [],
  isReaction: true,
  diagnose(view) {
    const { attempts } = view.chain;
    if (attempts.length <= AWAY_ATTEMPTS || view.lifecycle.length === 0) return NOT_APPLICABLE;
    const { offline, hidden } = awayAttempts(view);
    if (offline.length >= AWAY_ATTEMPTS) return ruling(offline, 'while the browser said that it was offline');
    if (hidden.length < AWAY_ATTEMPTS) return CLEAR;
    return {
      ...ruling(hidden, 'while the page was hidden, and failed'),
      severity: 'info',
      title: 'The page tries to reconnect while nobody looks at it',
    };
  },
};

/** Walks the attempts and what happened to the page side by side. */
function awayAttempts({ chain, lifecycle }: ChainView) {
  const offline: Attempt[] = [];
  const hidden: Attempt[] = [];
  let isOnline = true;
  let isVisible = true;
  let index = 0;
  for (const attempt of chain.attempts) {
    const { startedMs } = attempt.connection;
    for (; (lifecycle[index]?.timeMs ?? Infinity) <= startedMs; index += 1) {
      const event = lifecycle[index];
      if (event?.type === 'network-online') isOnline = event.isOnline;
      if (event?.type === 'page-visibility') isVisible = event.visibility === 'visible';
    }
    // The first attempt is no reconnect.
    if (attempt.waitMs === undefined) continue;
    if (!isOnline) offline.push(attempt);
    if (!isVisible && !didOpen(attempt.connection)) hidden.push(attempt);
  }
  return { offline, hidden };
}

function ruling(attempts: readonly Attempt[], words: string): Extract<Ruling, { verdict: 'found' }> {
  const last = attempts.at(-1)?.connection.startedMs;
  const text = `${attempts.length} attempts began ${words}`;
  return found([{ source: 'page-lifecycle', text, ...(last !== undefined && { timeMs: last }) }], {
    confidence: 'certain',
    about: attempts.map(({ connection }) => connection.id),
  });
}
