import type { PatternSearch } from '../core/find/pattern-search';
import type { Schedule } from './session-store';

/** What the list of messages needs of the place that it runs in. */
export interface ListMachinery {
  readonly nowMs: () => number;
  /** Lets the page draw and take in, then goes on. */
  readonly soon: Schedule;
  readonly patterns: PatternSearch;
}
