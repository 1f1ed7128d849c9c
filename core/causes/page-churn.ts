import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { shortLives } from './reading/short-lives';
import { whoClosed } from './reading/who-closed';
import { duration } from './reading/words';
import { FLAPPING_CYCLES } from './thresholds';

export const pageChurn: ChainCause = {
  id: 'page-churn',
  layer: 'page',
  severity: 'warning',
  title: 'Your page opens connections and closes them unused',
  explanation:
    'Several connections in a row were opened and closed by the page itself, without a message from it. Each costs a handshake, and what the server sends meanwhile is lost.',
  likelyCauses: [
    'The socket belongs to a component that is mounted and unmounted: a route change, or StrictMode in development.',
    'An effect with a dependency that changes at each render.',
  ],
  next: [
    'Keep the socket outside of the component, and share it.',
    'Look at the dependencies of the effect that opens it.',
  ],
  nextForUser: ['Nothing: this is for the developers of the page.'],
  retry: 'not-needed',
  needs: ['page-events', 'repetition'],
  explains: ['normal-closure', 'closed-without-code'],
  diagnose(view) {
    if (view.chain.attempts.length < FLAPPING_CYCLES) return NOT_APPLICABLE;
    const lives = shortLives(view, isUnused);
    if (lives === undefined) return CLEAR;
    const evidence = newestOf(lives).map(({ open, close }): Evidence => {
      const openMs = (close?.timeMs ?? 0) - (open?.timeMs ?? 0);
      const text = `The page closed it after ${duration(openMs)}, and had sent nothing over it`;
      return { source: 'page-hook', text, ...(close && { timeMs: close.timeMs }) };
    });
    return found(evidence, { confidence: 'certain', about: lives.map(({ id }) => id) });
  },
};

/** By the page's own count: messages that are not here may have been dropped. */
function isUnused(connection: Connection): boolean {
  const { traffic, flows } = connection;
  return whoClosed(connection).by === 'page' && traffic?.messagesOut === 0 && flows.out.messages === 0;
}
