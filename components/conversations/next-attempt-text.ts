import type { ChainOutlook } from '../../state/chain-outlook';
import { FIT_LATE_MS } from '../../core/causes/thresholds';
import { formatClock, formatDuration } from '../ui/format';
import { text } from '../../locales/text';

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
      return {
        phase: 'quiet',
        text: text('conversations.noAttemptFor', { duration: inSeconds(nowMs - outlook.sinceMs) }),
      };
    case 'gave-up':
      return {
        phase: 'quiet',
        text: text('conversations.gaveUpAgo', { duration: inSeconds(nowMs - outlook.sinceMs) }),
      };
    case 'expected':
      return expectedText(outlook, nowMs);
  }
}

function expectedText({ fromMs, toMs, confidence }: Expected, nowMs: number): NextAttemptText {
  const isLikely = confidence === 'likely';
  if (nowMs < fromMs) {
    const key = isLikely ? 'conversations.nextIn' : 'conversations.nextProbablyIn';
    return { phase: 'waiting', text: text(key, { range: range(fromMs - nowMs, toMs - nowMs) }) };
  }
  if (nowMs <= toMs + FIT_LATE_MS)
    return { phase: 'due', text: text(isLikely ? 'conversations.nextDue' : 'conversations.nextProbablyDue') };
  return { phase: 'overdue', text: text('conversations.nextOverdue', { duration: inSeconds(nowMs - toMs) }) };
}

/** For those who hear it: the same without a second hand, so that it stays the same until something happens. */
export function toSpokenOutlook(outlook: TellingOutlook): string {
  switch (outlook.kind) {
    case 'unknown':
      return text('conversations.noAttemptSince', { clock: formatClock(outlook.sinceMs) });
    case 'gave-up':
      return text('conversations.gaveUpAt', {
        clock: formatClock(outlook.sinceMs),
        count: outlook.retries,
        client: outlook.client,
      });
    case 'expected':
      return text('conversations.nextBetween', {
        from: formatClock(outlook.fromMs),
        to: formatClock(outlook.toMs),
        client: clientPhrase(outlook),
      });
  }
}

function clientPhrase({ client }: Expected): string {
  return /^(a|no) /.test(client) ? text('conversations.clientWith', { client }) : client;
}

/** `3 s`, or `1 to 4 s` where the window is wide. Rounded up: it counts down to 1 and not to 0. */
function range(fromMs: number, toMs: number): string {
  const from = Math.max(1, Math.ceil(fromMs / 1_000));
  const to = Math.max(from, Math.ceil(toMs / 1_000));
  if (from === to) return inSeconds(from * 1_000);
  return to < 60
    ? text('conversations.rangeSeconds', { from, to })
    : text('conversations.range', { from: inSeconds(from * 1_000), to: inSeconds(to * 1_000) });
}

function inSeconds(durationMs: number): string {
  return durationMs < 1_000 ? '1 s' : formatDuration(Math.floor(durationMs / 1_000) * 1_000);
}
