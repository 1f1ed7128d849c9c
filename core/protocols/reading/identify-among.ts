import type { Opening, Protocol } from '../protocol';

/** The first of these that is certain, else the first that takes it to be likely; undefined: none does. */
export function identifyAmong(candidates: readonly Protocol[], opening: Opening): Protocol | undefined {
  let likely: Protocol | undefined;
  for (const protocol of candidates) {
    const recognition = protocol.recognise(opening);
    if (recognition === 'certain') return protocol;
    if (recognition === 'likely') likely ??= protocol;
  }
  return likely;
}
