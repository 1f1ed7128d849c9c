import type { ChainCause, ChainView } from './causes/chain-cause';
import { chainCauses } from './causes/chain-catalogue';
import { toFinding, type Finding } from './finding';

/** A finding about a chain, and what it makes superfluous. */
export interface ChainFinding extends Finding {
  /** Causes whose findings on the attempts that this one is about are its consequences. */
  readonly explains: readonly string[];
  /** As in `ChainCause`. */
  readonly isReaction: boolean;
}

/**
 * What the attempts of a chain show together. Several may hold at once (a refusal that is retried for ever is also a
 * chain without back-off); they stand in the catalogue's order, `cannot-tell` only where nothing was found.
 */
export function diagnoseChain(
  view: ChainView,
  catalogue: readonly ChainCause[] = chainCauses,
): readonly ChainFinding[] {
  const findings = catalogue.flatMap((cause): ChainFinding[] => {
    const finding = toFinding(cause, () => cause.diagnose(view));
    return finding === undefined
      ? []
      : [{ ...finding, explains: cause.explains, isReaction: cause.isReaction ?? false }];
  });
  return findings.filter(({ verdict }) => verdict !== 'cannot-tell');
}
