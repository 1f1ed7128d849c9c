import type { Attempt, Chain } from '../capture/chain';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { IN_STEP_MS, IN_STEP_ROUNDS, SAME_MOMENT_MS } from './thresholds';

export const noJitter: ChainCause = {
  id: 'no-jitter',
  layer: 'reconnect',
  severity: 'warning',
  title: 'Connections that were lost together come back together',
  explanation:
    'After a common loss, several links tried again at the same moments. Nothing in their waits is left to chance. When a server loses all its clients at once, they all return at once, and again after the next wait.',
  likelyCauses: [
    'A back-off without chance in it: SignalR, Phoenix and y-websocket wait by a fixed table.',
    'One timer in the page that reconnects everything.',
  ],
  next: [
    'Add chance to each wait: anything between nothing and the whole of it is best.',
    'Share one connection among the parts of the page.',
  ],
  nextForUser: ['Nothing: this is for the developers of the page.'],
  retry: 'can-succeed',
  needs: ['page-events', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose({ chain, others }) {
    const retries = chain.attempts.filter(({ waitMs }) => waitMs !== undefined);
    if (retries.length < IN_STEP_ROUNDS || others.length === 0) return NOT_APPLICABLE;
    for (const other of others) {
      const rounds = inStep(retries, other);
      if (rounds.length < IN_STEP_ROUNDS) continue;
      const evidence = newestOf(rounds).map(({ mine, apartMs }) => ({
        source: 'page-hook' as const,
        timeMs: mine.connection.startedMs,
        text: `This attempt and one to ${other.endpoint} began ${Math.round(apartMs)} ms apart`,
      }));
      return found(evidence, {
        confidence: 'likely',
        about: rounds.map(({ mine }) => mine.connection.id),
      });
    }
    return CLEAR;
  },
};

/** Both lists are in the order of time: they are walked side by side. */
function inStep(retries: readonly Attempt[], { attempts }: Chain) {
  let index = 0;
  return retries.flatMap((mine) => {
    const { startedMs } = mine.connection;
    while ((attempts[index]?.connection.startedMs ?? Infinity) < startedMs - IN_STEP_MS) index += 1;
    const theirs = attempts[index];
    if (theirs?.waitMs === undefined || mine.waitMs === undefined) return [];
    const apartMs = Math.abs(theirs.connection.startedMs - startedMs);
    // Lost together as well: else it is chance.
    const lostApartMs = Math.abs(theirs.connection.startedMs - theirs.waitMs - (startedMs - mine.waitMs));
    return apartMs <= IN_STEP_MS && lostApartMs <= SAME_MOMENT_MS ? [{ mine, apartMs }] : [];
  });
}
