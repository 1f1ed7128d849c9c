import type { Layer } from '../../../core/causes/cause';
import { besideCauses } from '../../../core/causes/beside-catalogue';
import { causes } from '../../../core/causes/catalogue';
import { chainCauses } from '../../../core/causes/chain-catalogue';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { Fault } from '../fault-lab/faults';

/** What the panel said of one fault, against what the lab had done. */
export interface Outcome {
  readonly browser: BrowserName;
  readonly fault: Fault;
  /**
   * The id on the first card; undefined: there was none. For a fault that stands beside a failure with a card of its
   * own, its id where any card has it.
   */
  readonly shown: string | undefined;
  readonly isCannotTell: boolean;
  /** How many cards say that something is wrong: one failure should be one. */
  readonly cards: number;
}

export type Judgement = 'named' | 'cannot tell' | 'wrong';

/** `cannot tell` is an answer, not an error; a cause that is not the lab's is one, and so is silence. */
export function judge({ browser, fault, shown, isCannotTell }: Outcome): Judgement {
  if (isCannotTell) return 'cannot tell';
  return shown === fault.expected[browser].cause ? 'named' : 'wrong';
}

/** Causes that say that the reason is not known. */
const FLOOR: ReadonlySet<string> = new Set(['handshake-failed', 'close-not-recorded']);

/** What the lab did, in the words of the taxonomy: what the browser that hides less shows. */
export function truthOf({ expected }: Fault): string {
  return FLOOR.has(expected.chromium.cause) ? expected.firefox.cause : expected.chromium.cause;
}

export function layerOf(causeId: string): Layer | 'unknown' {
  return [...causes, ...besideCauses, ...chainCauses].find(({ id }) => id === causeId)?.layer ?? 'unknown';
}
