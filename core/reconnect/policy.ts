import type { Chain } from '../capture/chain';
import { didOpen } from '../causes/reading/opened';
import { FIT_EARLY_MS, FIT_LATE, FIT_LATE_MS, WAIT_SLACK, WAIT_SLACK_MS } from '../causes/thresholds';
import type { Protocol, ReconnectPolicy } from '../protocols/protocol';
import { genericClients } from './generic-clients';
import { growingDelay } from './growing-delay';
import { waitWindow, type TimeWindow } from './wait-window';

/** One wait between two attempts, beside what the policy has in store for it. */
export interface ObservedWait {
  /** The attempt that it led to. */
  readonly connectionId: string;
  /** 1: the first attempt after a connection was lost, or after the first attempt failed. */
  readonly retry: number;
  readonly waitMs: number;
  /** Undefined: by its policy the client would have given up. */
  readonly window: TimeWindow | undefined;
  readonly fits: boolean;
}

/** How the client of a chain comes back, as far as its waits show. */
export interface ReconnectReading {
  /** As a person would say it: `socket.io-client 2 to 4`, `a fixed delay of 3 s`. */
  readonly client: string;
  readonly policy: ReconnectPolicy;
  /** `likely`: several waits fit, and it is the usual client of the protocol, or the waits are equal. */
  readonly confidence: 'likely' | 'possible';
  /** Oldest first. */
  readonly waits: readonly ObservedWait[];
  /** Those of them that do not fit, oldest first. */
  readonly misfits: readonly ObservedWait[];
}

/** Most of the waits must fit before a client is named; the rest is told. */
const FITTING_SHARE = 0.75;

interface Known {
  readonly protocol: Protocol;
  readonly reading: ReconnectReading | undefined;
}
/** Findings, the timeline and the outlook ask in turn; a change gives a chain a new object. */
const known = new WeakMap<Chain, Known>();

/**
 * Recognises the client by the waits between attempts; linear in the number of attempts. Undefined: there are no waits
 * yet, or they fit nothing that is known.
 */
export function readReconnects(chain: Chain, protocol: Protocol): ReconnectReading | undefined {
  const before = known.get(chain);
  if (before?.protocol === protocol) return before.reading;
  const reading = read(chain, protocol);
  known.set(chain, { protocol, reading });
  return reading;
}

function read(chain: Chain, protocol: Protocol): ReconnectReading | undefined {
  const retries = retriesOf(chain);
  if (retries.length === 0) return undefined;
  const own = best(protocol.reconnects, retries);
  if (own !== undefined) return toReading(own, retries.length >= 2);
  const fixed = fixedDelay(retries);
  if (fixed !== undefined) return toReading(fixed, true);
  const growing = growingDelay(retries);
  const grown = growing && best([growing], retries);
  if (grown !== undefined) return toReading(grown, true);
  const generic = best(genericClients, retries);
  return generic && toReading(generic, false);
}

interface Retry {
  readonly connectionId: string;
  readonly retry: number;
  readonly waitMs: number;
}

interface Fit {
  readonly policy: ReconnectPolicy;
  readonly waits: readonly ObservedWait[];
}

/** Every attempt but the first, numbered anew after each one that opened. */
function retriesOf({ attempts }: Chain): readonly Retry[] {
  let retry = 0;
  return attempts.flatMap(({ connection, waitMs }) => {
    retry += 1;
    const own = waitMs === undefined ? [] : [{ connectionId: connection.id, retry, waitMs }];
    // The first attempt is no retry; and from one that opened a client begins anew.
    if (waitMs === undefined || didOpen(connection)) retry = 0;
    return own;
  });
}

function best(policies: readonly ReconnectPolicy[], retries: readonly Retry[]): Fit | undefined {
  const fits = policies
    .filter(({ waits }) => waits.kind !== 'never')
    .map((policy) => measure(policy, retries))
    .filter(({ waits }) => countFitting(waits) >= waits.length * FITTING_SHARE);
  return fits.reduce<Fit | undefined>(
    (winner, fit) =>
      winner === undefined || countFitting(fit.waits) > countFitting(winner.waits) ? fit : winner,
    undefined,
  );
}

function measure(policy: ReconnectPolicy, retries: readonly Retry[]): Fit {
  const waits = retries.map((one): ObservedWait => {
    const window = waitWindow(policy, one.retry);
    return { ...one, window, fits: window !== undefined && isInside(one.waitMs, window) };
  });
  return { policy, waits };
}

/** Timers run late, and a busy page's later; hardly ever early. */
function isInside(waitMs: number, { fromMs, toMs }: TimeWindow): boolean {
  return waitMs >= fromMs - FIT_EARLY_MS && waitMs <= toMs + Math.max(FIT_LATE_MS, toMs * FIT_LATE);
}

function countFitting(waits: readonly ObservedWait[]): number {
  return waits.filter(({ fits }) => fits).length;
}

/** The waits are all but equal: a `setTimeout` with a number in it. */
function fixedDelay(retries: readonly Retry[]): Fit | undefined {
  if (retries.length < 2) return undefined;
  const sorted = retries.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
  const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const slackMs = Math.max(WAIT_SLACK_MS, medianMs * WAIT_SLACK);
  const window = { fromMs: Math.max(0, medianMs - slackMs), toMs: medianMs + slackMs };
  const waits = retries.map((one): ObservedWait => {
    return { ...one, window, fits: one.waitMs >= window.fromMs && one.waitMs <= window.toMs };
  });
  if (countFitting(waits) < waits.length * FITTING_SHARE) return undefined;
  const policy: ReconnectPolicy = {
    client: fixedName(medianMs),
    waits: { kind: 'list', ms: [medianMs] },
    // As wide as the window that its waits have been held against.
    jitter: medianMs === 0 ? 0 : Math.min(1, slackMs / medianMs),
    attempts: undefined,
    note: 'Neither grows nor varies.',
  };
  return { policy, waits };
}

function fixedName(ms: number): string {
  if (ms <= WAIT_SLACK_MS) return 'no delay at all';
  return `a fixed delay of ${ms < 1_000 ? `${Math.round(ms)} ms` : `${Number((ms / 1_000).toFixed(1))} s`}`;
}

function toReading({ policy, waits }: Fit, isProven: boolean): ReconnectReading {
  const misfits = waits.filter(({ fits }) => !fits);
  const confidence = isProven && misfits.length === 0 ? 'likely' : 'possible';
  return { client: policy.client, policy, confidence, waits, misfits };
}
