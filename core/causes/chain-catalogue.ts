import type { ChainCause } from './chain-cause';
import { retriesPermanentRefusal } from './retries-permanent-refusal';

/** Every cause about a chain, the worst first. */
export const chainCauses: readonly ChainCause[] = [retriesPermanentRefusal];
