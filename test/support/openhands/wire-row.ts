import type { ConnectionFacts } from '../connection-builder';
import type { ChainFacts } from '../chain-table';

/** One thing that OpenHands does on the wire, and what Hangup must say of it. */
export type WireRow = {
  /** As in the study of OpenHands' wire that the profile rests on: `D-02`, `5.2 STATUS$ERROR`. */
  readonly id: string;
  readonly when: string;
  /** Everything that is found, the headline first: `cause` or `cause: sign`. Of a chain: what is found of the chain. */
  readonly finds: readonly string[];
} & ({ readonly facts: ConnectionFacts } | { readonly chain: ChainFacts });

/** What cannot be seen from a page, or is nothing to find. */
export interface UnseenRow {
  readonly id: string;
  readonly when: string;
  readonly why: string;
}
