import type { ReconnectPolicy } from '../protocols/protocol';

/** When something is to come: milliseconds, both ends included. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * How long a client waits before this retry, by its policy; undefined: it does not try any more.
 *
 * @param retry 1 is the first attempt after a connection was lost
 */
export function waitWindow(policy: ReconnectPolicy, retry: number): TimeWindow | undefined {
  const { waits, jitter, attempts } = policy;
  if (attempts !== undefined && retry > attempts) return undefined;
  const window = withoutAdded(waits, jitter, retry);
  const [leastMs, mostMs] = policy.addedMs ?? [0, 0];
  return window && { fromMs: window.fromMs + leastMs, toMs: window.toMs + mostMs };
}

function withoutAdded(
  waits: ReconnectPolicy['waits'],
  jitter: number,
  retry: number,
): TimeWindow | undefined {
  switch (waits.kind) {
    case 'never':
      return undefined;
    case 'list': {
      const ms = waits.ms[Math.min(retry, waits.ms.length) - 1];
      return ms === undefined ? undefined : around(ms, jitter, Infinity);
    }
    case 'growing':
      return around(waits.firstMs * waits.factor ** (retry - 1), jitter, waits.maxMs);
  }
}

/** The limit comes after chance, as in socket.io-client: at the limit, chance can only shorten a wait. */
function around(ms: number, jitter: number, mostMs: number): TimeWindow {
  return { fromMs: Math.min(mostMs, ms * (1 - jitter)), toMs: Math.min(mostMs, ms * (1 + jitter)) };
}
