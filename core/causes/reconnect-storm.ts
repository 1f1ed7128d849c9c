import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { found } from './reading/found';
import { duration } from './reading/words';
import { STORM_ATTEMPTS, STORM_MS } from './thresholds';

export const reconnectStorm: ChainCause = {
  id: 'reconnect-storm',
  layer: 'reconnect',
  severity: 'error',
  title: 'The page opens connections in a storm',
  explanation:
    'Many attempts followed each other within seconds. A server that is in trouble gets no rest, and with many clients this keeps it down. Chromium then delays each attempt by itself.',
  likelyCauses: [
    'The client reconnects at once on `close`, without a wait.',
    'Several reconnect loops run at the same time: a timer that was never cleared.',
    'A component that is mounted again and again, each time with a socket of its own.',
  ],
  next: [
    'Wait before each attempt, longer each time, by a random time.',
    'Make sure that one place alone reconnects: keep its timer, and clear it.',
  ],
  nextForUser: ['Close the other tabs of this page, then reload it.'],
  retry: 'change-first',
  needs: ['page-events', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose({ chain }) {
    const { attempts } = chain;
    if (attempts.length < STORM_ATTEMPTS) return NOT_APPLICABLE;
    let from = 0;
    let worst: { readonly from: number; readonly to: number } | undefined;
    for (let to = 0; to < attempts.length; to += 1) {
      while (startOf(to) - startOf(from) > STORM_MS) from += 1;
      const count = to - from + 1;
      if (count >= STORM_ATTEMPTS && count > (worst === undefined ? 0 : worst.to - worst.from + 1))
        worst = { from, to };
    }
    if (worst === undefined) return CLEAR;
    const count = worst.to - worst.from + 1;
    const forMs = startOf(worst.to) - startOf(worst.from);
    const text = `${count} attempts began within ${duration(forMs)}`;
    return found([{ source: 'page-hook', timeMs: startOf(worst.to), text }], {
      confidence: 'certain',
      title: `${count} attempts within ${duration(forMs)}`,
      about: attempts.slice(worst.from, worst.to + 1).map(({ connection }) => connection.id),
    });

    function startOf(index: number): number {
      return attempts[index]?.connection.startedMs ?? Infinity;
    }
  },
};
