import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { failedSendsRuling } from './reading/failed-sends';

export const sendsAfterClose: ChainCause = {
  id: 'sends-after-close',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The page sends over a socket that is closed',
  explanation:
    'After a socket has begun to close, `send()` throws no error: the browser drops the message in silence, and `bufferedAmount` grows for good. What the page thinks it has sent never left.',
  likelyCauses: [
    'A timer or a heartbeat that still holds the old socket after a reconnect.',
    'The page does not look at `readyState`, and does not wait for the next `open`.',
  ],
  next: [
    'Clear the timers of a socket when it closes.',
    'Keep what is to be sent in a queue of your own, and send it after the next `open`.',
  ],
  nextForUser: ['What you entered around this time may be lost: look whether it arrived.'],
  retry: 'not-needed',
  needs: ['page-events'],
  explains: [],
  isReaction: true,
  diagnose: ({ chain }) =>
    failedSendsRuling(
      chain,
      (readyState) => readyState >= 2,
      'were dropped in silence: the socket was closing or closed',
    ) ?? (chain.attempts.some(({ connection }) => connection.constructed) ? CLEAR : NOT_APPLICABLE),
};
