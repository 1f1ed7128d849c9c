export interface ListState {
  /** Changes whenever anything of the list does. */
  readonly version: number;
  readonly rowCount: number;
  /** Messages that the filter lets through, as far as it has come. */
  readonly foundCount: number;
  /** All messages of the connections. */
  readonly messageCount: number;
  /** Share that has been looked at, 0 to 1; undefined: all of it. */
  readonly progress: number | undefined;
  /** A sentence: why not all of it was looked at. */
  readonly problem: string | undefined;
}

export const NOTHING_LISTED: ListState = {
  version: 0,
  rowCount: 0,
  foundCount: 0,
  messageCount: 0,
  progress: undefined,
  problem: undefined,
};
