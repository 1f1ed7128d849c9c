import type { Chain } from '../capture/chain';
import type { Connection } from '../capture/connection';
import type { LifecycleEvent } from '../capture/lifecycle-event';
import type { Finding } from '../finding';
import type { Profile } from '../profiles/profile';
import type { Wire } from '../protocols/wire';
import type { CauseText, Ruling } from './cause';

/** What a rule about a chain looks at. */
export interface ChainView {
  readonly chain: Chain;
  /** The headline of each attempt, in the order of the attempts; undefined: nothing is wrong with it. */
  readonly headlines: readonly (Finding | undefined)[];
  readonly wireOf: (connection: Connection) => Wire;
  /** What happened to the chain's document, and to the machine, oldest first. */
  readonly lifecycle: readonly LifecycleEvent[];
  /** The other chains of the same conversation. */
  readonly siblings: readonly Chain[];
  /** Other chains of the capture, of any conversation; of very many, some. */
  readonly others: readonly Chain[];
  /** The latest moment that the capture knows of. */
  readonly nowMs: number;
  /** The applications that are known; absent: the built-in ones. */
  readonly profiles?: readonly Profile[];
}

/** One entry of the taxonomy about the attempts of a chain together: repetition is its evidence. */
export interface ChainCause extends CauseText {
  /**
   * Causes of single connections that this one explains: where it is found, their findings on the attempts that it is
   * `about` are its consequences and are folded under it.
   */
  readonly explains: readonly string[];
  /**
   * It is what the page makes of a failure that has a cause of its own (it retries at once, it gives up): told under
   * that cause, and by itself only where nothing failed.
   */
  readonly isReaction?: true;
  /** Pure, and linear in the number of attempts. */
  readonly diagnose: (view: ChainView) => Ruling;
}
