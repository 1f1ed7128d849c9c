import type { ProbeQuestion } from './plan';

/** What is under way, or how the last question ended where it gave no answer. */
export interface AskProgress {
  /** Undefined: nobody asks. */
  readonly connectionId: string | undefined;
  /** The request that waits for its answer, from 1. */
  readonly step: number;
  /** Why there is no answer, in a sentence. */
  readonly problem: string | undefined;
}

/** Asks a server again. One question at a time; the answer comes as a `probe` event with the others. */
export interface AskServer {
  /** Sends real requests with the user's cookies: call it on the user's word only. */
  readonly ask: (question: ProbeQuestion) => void;
  readonly cancel: () => void;
  readonly progress: () => AskProgress;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}
