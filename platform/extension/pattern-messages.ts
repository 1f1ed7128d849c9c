import type { Pattern } from '../../core/find/pattern-search';

/** What goes to and fro between the panel and its worker: both are ours, from one build. */
export interface AskedOfWorker {
  readonly id: number;
  readonly patterns: readonly Pattern[];
  readonly texts: readonly string[];
}

export interface AnswerOfWorker {
  readonly id: number;
  readonly hits: readonly Uint8Array<ArrayBuffer>[];
}

/** The id of the first word that a worker says: its script runs. */
export const READY = 0;
