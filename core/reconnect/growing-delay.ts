import { duration } from '../causes/reading/words';
import { WAIT_SLACK, WAIT_SLACK_MS } from '../causes/thresholds';
import type { ReconnectPolicy } from '../protocols/protocol';

/** Fewer waits than this may grow by chance. Our choice. */
const FEWEST_WAITS = 3;
/** Less is no growth, more has not been seen in any client. Our choice. */
const FACTORS = { least: 1.2, most: 4 } as const;

/**
 * The policy of a client whose waits grow by the same factor each time, up to a limit where they reach one; undefined:
 * they do not. A loop somebody wrote by hand, as a rule.
 *
 * @param waits with the number of the retry, which begins anew at 1 after each connection that opened
 */
export function growingDelay(
  waits: readonly { readonly retry: number; readonly waitMs: number }[],
): ReconnectPolicy | undefined {
  if (waits.length < FEWEST_WAITS) return undefined;
  const mostMs = waits.reduce((most, { waitMs }) => Math.max(most, waitMs), 0);
  const atMost = waits.filter(
    ({ waitMs }) => mostMs - waitMs <= Math.max(WAIT_SLACK_MS, mostMs * WAIT_SLACK),
  );
  const hasLimit = atMost.length > 1;
  // From one to the next; at the limit nothing grows any more.
  const ratios = waits.flatMap(({ retry, waitMs }, index) => {
    const before = waits[index - 1];
    const isNext = before !== undefined && before.waitMs > 0 && retry === before.retry + 1;
    return isNext && !(hasLimit && atMost.some((one) => one.waitMs === waitMs))
      ? [waitMs / before.waitMs]
      : [];
  });
  const factor = median(ratios);
  if (factor === undefined || factor < FACTORS.least || factor > FACTORS.most) return undefined;
  const firsts = waits
    .filter((wait) => !hasLimit || !atMost.includes(wait))
    .map(({ retry, waitMs }) => waitMs / factor ** (retry - 1));
  const firstMs = median(firsts);
  if (firstMs === undefined || firstMs <= 0) return undefined;
  return {
    client: `a delay that ${growth(factor)} from ${duration(firstMs)}`,
    waits: { kind: 'growing', firstMs, factor, maxMs: hasLimit ? mostMs : Infinity },
    jitter: Math.min(1, Math.max(WAIT_SLACK, WAIT_SLACK_MS / firstMs)),
    attempts: undefined,
    note: 'Read from the waits themselves.',
  };
}

function growth(factor: number): string {
  const rounded = Number(factor.toFixed(1));
  return rounded === 2 ? 'doubles' : `grows by ${rounded} each time,`;
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
