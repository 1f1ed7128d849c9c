import type { Term } from './query';

export type Pattern = Extract<Term, { kind: 'pattern' }>;

/** What became of running regular expressions over some texts. */
export type PatternAnswer =
  /** For each pattern, 1 where it is found, in the order of the texts. */
  | { readonly kind: 'answered'; readonly hits: readonly Uint8Array[] }
  /** It took longer than anybody waits, and was stopped. */
  | { readonly kind: 'too-slow' };

/**
 * Runs regular expressions that a person typed, elsewhere: one that backtracks can take longer than the universe has
 * been there, and no script can stop it in its own thread.
 */
export interface PatternSearch {
  run(patterns: readonly Pattern[], texts: readonly string[]): Promise<PatternAnswer>;
  /** Lets go of what it holds. It may be run again. */
  stop(): void;
}
