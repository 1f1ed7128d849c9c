import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { failedSendsRuling } from './reading/failed-sends';

export const sendsTooEarly: ChainCause = {
  id: 'sends-too-early',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The page sends before the socket is open',
  explanation:
    'Until `open`, `send()` throws an `InvalidStateError`. The message is lost, and whatever came after it in the same function did not run.',
  likelyCauses: ['The page sends right after `new WebSocket()`.', 'A message comes up during a reconnect.'],
  next: ['Send in the `open` handler, and keep what comes earlier in a queue until then.'],
  nextForUser: ['Reload the page; what you entered meanwhile may be lost.'],
  retry: 'not-needed',
  needs: ['page-events'],
  explains: [],
  diagnose: ({ chain }) =>
    failedSendsRuling(
      chain,
      (readyState) => readyState === 0,
      'threw InvalidStateError: the socket was still connecting',
    ) ?? (chain.attempts.some(({ connection }) => connection.constructed) ? CLEAR : NOT_APPLICABLE),
};
