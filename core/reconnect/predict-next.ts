import type { Chain } from '../capture/chain';
import type { Connection } from '../capture/connection';
import { didOpen } from '../causes/reading/opened';
import { isChromium } from '../causes/reading/outcome';
import { BROWSER_MEMORY_MS, FIT_LATE_MS, SLOWER_FAILURES } from '../causes/thresholds';
import type { Protocol, ReconnectPolicy } from '../protocols/protocol';
import { readReconnects } from './policy';
import { waitWindow } from './wait-window';

/** What is to be expected of a chain. Times as everywhere: milliseconds since the epoch. */
export type Prediction =
  /** An attempt is under way, or the socket is open: nothing is to come. */
  | { readonly kind: 'none-needed' }
  /** Nothing is known of how this client comes back. */
  | { readonly kind: 'unknown' }
  /** By its policy the client does not try any more. */
  | {
      readonly kind: 'gave-up';
      readonly client: string;
      readonly retries: number;
      readonly confidence: Confidence;
    }
  | {
      readonly kind: 'expected';
      readonly client: string;
      readonly confidence: Confidence;
      /** As in `ObservedWait.retry`. */
      readonly retry: number;
      /** The attempt begins between these two. */
      readonly fromMs: number;
      readonly toMs: number;
      /** `toMs` has passed: the page is throttled, asleep, or has stopped. */
      readonly isOverdue: boolean;
      /** So long the browser itself may then hold the handshake back, after many failures; 0: it does not. */
      readonly browserDelayMs: number;
    };

type Confidence = 'likely' | 'possible';

/** When the next attempt is due, from the end of the last one. */
export function predictNext(chain: Chain, nowMs: number, protocol: Protocol): Prediction {
  const last = chain.attempts.at(-1)?.connection;
  if (last === undefined || last.endedMs === undefined) return { kind: 'none-needed' };
  const known = clientOf(chain, protocol);
  if (known === undefined) return { kind: 'unknown' };
  const { policy, confidence } = known;
  const retry = failuresInARow(chain) + 1;
  const window = waitWindow(policy, retry);
  if (window === undefined) return { kind: 'gave-up', client: policy.client, retries: retry - 1, confidence };
  const toMs = last.endedMs + window.toMs;
  return {
    kind: 'expected',
    client: policy.client,
    confidence,
    retry,
    fromMs: last.endedMs + window.fromMs,
    toMs,
    isOverdue: nowMs > toMs + FIT_LATE_MS,
    browserDelayMs: browserDelayMs(chain, last),
  };
}

/** By its waits; before there are any, the usual client of the protocol, where there is one. */
function clientOf(
  chain: Chain,
  protocol: Protocol,
): { policy: ReconnectPolicy; confidence: Confidence } | undefined {
  const reading = readReconnects(chain, protocol);
  if (reading !== undefined) return { policy: reading.policy, confidence: reading.confidence };
  const [usual] = protocol.reconnects;
  const hasWaits = chain.attempts.length > 1;
  return usual === undefined || hasWaits ? undefined : { policy: usual, confidence: 'possible' };
}

/** Retries that failed since a connection last opened; the first attempt is no retry. */
function failuresInARow({ attempts }: Chain): number {
  let count = 0;
  for (let index = attempts.length - 1; index > 0; index -= 1) {
    const attempt = attempts[index];
    if (attempt === undefined || didOpen(attempt.connection)) break;
    count += 1;
  }
  return count;
}

/** Chromium 156 holds handshakes back for 1 to 5 s after many failures, Firefox 153 for up to a minute. */
function browserDelayMs({ attempts }: Chain, last: Connection): number {
  const sinceMs = (last.endedMs ?? last.startedMs) - BROWSER_MEMORY_MS;
  const failures = attempts.filter(
    ({ connection }) => connection.startedMs >= sinceMs && !didOpen(connection),
  ).length;
  if (failures < SLOWER_FAILURES) return 0;
  return isChromium(last) ? 5_000 : 60_000;
}
