import type { ChainOutlook } from '../../state/chain-outlook';
import { FIT_LATE_MS } from '../../core/causes/thresholds';
import { formatClock, formatDuration } from '../ui/format';

export type WaitPhase = 'waiting' | 'due' | 'overdue' | 'quiet';

/** Where a wait stands at this moment, and that in words which change at most once a second. */
export interface NextAttemptText {
  readonly phase: WaitPhase;
  readonly text: string;
}

type Expected = Extract<ChainOutlook, { kind: 'expected' }>;
/** An outlook that there is something to say of. */
export type TellingOutlook = Exclude<ChainOutlook, { kind: 'none' }>;

export function toNextAttemptText(outlook: TellingOutlook, nowMs: number): NextAttemptText {
  switch (outlook.kind) {
    case 'unknown':
      return { phase: 'quiet', text: `No attempt for ${inSeconds(nowMs - outlook.sinceMs)}` };
    case 'gave-up':
      return { phase: 'quiet', text: `Gave up ${inSeconds(nowMs - outlook.sinceMs)} ago` };
    case 'expected':
      return expectedText(outlook, nowMs);
  }
}

function expectedText({ fromMs, toMs, confidence }: Expected, nowMs: number): NextAttemptText {
  const about = confidence === 'likely' ? '' : 'probably ';
  if (nowMs < fromMs)
    return { phase: 'waiting', text: `Next attempt ${about}in ${range(fromMs - nowMs, toMs - nowMs)}` };
  if (nowMs <= toMs + FIT_LATE_MS) return { phase: 'due', text: `Next attempt ${about}due now` };
  return { phase: 'overdue', text: `Next attempt overdue by ${inSeconds(nowMs - toMs)}` };
}

/** For those who hear it: the same without a second hand, so that it stays the same until something happens. */
export function toSpokenOutlook(outlook: TellingOutlook): string {
  switch (outlook.kind) {
    case 'unknown':
      return `No attempt since ${formatClock(outlook.sinceMs)}`;
    case 'gave-up':
      return `Gave up at ${formatClock(outlook.sinceMs)}, after ${outlook.retries} retries, as ${outlook.client} does`;
    case 'expected':
      return `Next attempt expected between ${formatClock(outlook.fromMs)} and ${formatClock(outlook.toMs)}, as ${clientPhrase(outlook)} waits`;
  }
}

function clientPhrase({ client }: Expected): string {
  return /^(a|no) /.test(client) ? `a client with ${client}` : client;
}

/** `3 s`, or `1 to 4 s` where the window is wide. Rounded up: it counts down to 1 and not to 0. */
function range(fromMs: number, toMs: number): string {
  const from = Math.max(1, Math.ceil(fromMs / 1_000));
  const to = Math.max(from, Math.ceil(toMs / 1_000));
  if (from === to) return inSeconds(from * 1_000);
  return to < 60 ? `${from} to ${to} s` : `${inSeconds(from * 1_000)} to ${inSeconds(to * 1_000)}`;
}

function inSeconds(durationMs: number): string {
  return durationMs < 1_000 ? '1 s' : formatDuration(Math.floor(durationMs / 1_000) * 1_000);
}
