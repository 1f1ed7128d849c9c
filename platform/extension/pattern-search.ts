import type { PatternAnswer, PatternSearch } from '../../core/find/pattern-search';
import { READY, type AnswerOfWorker, type AskedOfWorker } from './pattern-messages';

/**
 * A pattern that does not go wrong takes some milliseconds for a batch. Ending the worker ends one that does, in both
 * browsers, in the middle of the match (docs/decisions/0015-patterns-in-a-worker.md).
 */
const LIMIT_MS = 1_000;

type Wait = { readonly id: number; readonly settle: (answer: PatternAnswer) => void };

/** Runs patterns in a worker, one question at a time, and ends it when it takes too long. */
export function createPatternSearch(createWorker: () => Worker): PatternSearch {
  let worker: Worker | undefined;
  /** The script of the worker runs: before that its time has not begun. */
  let isReady = false;
  let waiting: Wait | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = READY;

  function end(answer: PatternAnswer): void {
    clearTimeout(timer);
    waiting?.settle(answer);
    waiting = undefined;
  }
  function dismiss(): void {
    worker?.terminate();
    worker = undefined;
    isReady = false;
    end({ kind: 'too-slow' });
  }
  function startClock(): void {
    clearTimeout(timer);
    if (isReady && waiting !== undefined) timer = setTimeout(dismiss, LIMIT_MS);
  }

  function summon(): Worker {
    if (worker !== undefined) return worker;
    const summoned = (worker = createWorker());
    summoned.onmessage = ({ data: { id, hits } }: MessageEvent<AnswerOfWorker>) => {
      if (worker !== summoned) return;
      if (id === READY) {
        isReady = true;
        startClock();
      } else if (id === waiting?.id) end({ kind: 'answered', hits });
    };
    summoned.onerror = () => {
      if (worker === summoned) dismiss();
    };
    return summoned;
  }

  return {
    run(patterns, texts) {
      // Nobody waits for the answer before any more, and it may be the one that never comes.
      if (waiting !== undefined) dismiss();
      return new Promise((settle) => {
        lastId += 1;
        waiting = { id: lastId, settle };
        summon().postMessage({ id: lastId, patterns, texts } satisfies AskedOfWorker);
        startClock();
      });
    },
    stop: dismiss,
  };
}
