import type { HangupEvent } from '../../../core/capture/event';

const START_MS = 1_779_990_000_000;

/** Links that fail and come back, over and over: what an outage leaves behind. */
export function syntheticAttempts(chainCount: number, attemptsEach: number): readonly HangupEvent[] {
  let seq = 0;
  const events: HangupEvent[] = [];
  const common = (timeMs: number) => {
    return { source: 'page-hook', streamId: 'page-2', seq: (seq += 1), timeMs } as const;
  };
  for (let attempt = 0; attempt < attemptsEach; attempt += 1) {
    for (let chain = 0; chain < chainCount; chain += 1) {
      const socketId = attempt * chainCount + chain;
      const startMs = START_MS + attempt * 3_000 + chain * 5;
      const url = `wss://bench.example/link/${chain}`;
      events.push(
        { ...common(startMs), type: 'socket-constructed', socketId, url, protocols: [] },
        { ...common(startMs + 90), type: 'socket-error', socketId, readyState: 3 },
        {
          ...common(startMs + 90),
          type: 'socket-close',
          socketId,
          code: 1006,
          reason: '',
          wasClean: false,
          bufferedAmount: 0,
        },
      );
    }
  }
  return events;
}
