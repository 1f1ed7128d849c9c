import { CLOSED_NORMALLY, START_MS, type ConnectionFacts } from './connection-builder';

/** A connection that ended well, and calls of `send()` that went nowhere because of the state that it was in. */
export const sendingIn = (readyState: number, count: number): ConnectionFacts => ({
  ...CLOSED_NORMALLY,
  more: {
    failedSends: Array.from({ length: count }, (_, index) => ({
      streamId: 'page:1',
      socketId: 0,
      source: 'page-hook',
      type: 'socket-send-failed',
      seq: 20_000 + index,
      timeMs: START_MS + 1_500,
      readyState,
      sizeBytes: 10,
    })),
  },
});
