import type { MessageEventRecord } from '../capture/event';
import { CLEAR, NOT_APPLICABLE, type Evidence, type Ruling } from './cause';
import type { ChainCause } from './chain-cause';
import { endsOfOtherSide, newestOf, pattern, type End } from './reading/ends';
import { found } from './reading/found';
import { idleTimeoutOf } from './reading/silence';
import { duration } from './reading/words';
import {
  LIFETIME_SLACK,
  MESSAGES_LOOKED_AT,
  PATTERN_REPEATS,
  SHORTEST_IDLE_TIMEOUT_MS,
  SILENCE_SLACK,
  SILENCE_SLACK_MS,
} from './thresholds';

export const idleTimeout: ChainCause = {
  id: 'idle-timeout',
  layer: 'transport',
  severity: 'error',
  title: 'An idle time-out ends the connection',
  explanation:
    'The connection ended again and again after the same time without a message. Something on the way, or the server, ends connections over which nothing is said.',
  likelyCauses: [
    'A proxy or load balancer with its default time-out.',
    'A server that ends clients which say nothing.',
  ],
  next: [
    'Send a message, or a WebSocket ping from the server, at less than half of this time.',
    'Raise the time-out of whatever stands between: in nginx `proxy_read_timeout`, in a load balancer its idle time-out.',
  ],
  nextForUser: ['Nothing: the page comes back by itself. Pass this finding on.'],
  retry: 'can-succeed',
  needs: ['page-events', 'messages', 'repetition'],
  explains: ['abnormal-closure', 'closed-without-code', 'going-away'],
  diagnose(view) {
    const ends = endsOfOtherSide(view);
    if (ends.length < PATTERN_REPEATS) return NOT_APPLICABLE;
    return (
      ruling(ends, ({ quietMs }) => quietMs, 'nothing had been said') ??
      ruling(ends, ({ serverQuietMs }) => serverQuietMs, 'nothing had come from the server') ??
      CLEAR
    );
  },
};

function ruling(
  ends: readonly End[],
  valueOf: (end: End) => number | undefined,
  words: string,
): Ruling | undefined {
  const alike = pattern(ends, valueOf, (ms) => Math.min(SILENCE_SLACK_MS, ms * SILENCE_SLACK));
  const newest = alike?.at(-1);
  const quietMs = newest && valueOf(newest);
  if (alike === undefined || quietMs === undefined || quietMs < SHORTEST_IDLE_TIMEOUT_MS) return undefined;
  if (alike.some(({ connection }) => survivedLonger(connection.messages, quietMs))) return undefined;
  const evidence = newestOf(alike).map(({ endMs, ...end }): Evidence => {
    const ms = duration(valueOf({ endMs, ...end }) ?? 0);
    return { source: 'page-hook', timeMs: endMs, text: `When it ended, ${words} for ${ms}` };
  });
  const vendor = idleTimeoutOf(quietMs);
  // With nothing but silence from the start, a longest lifetime would look the same.
  const lives = alike.map(({ openMs }) => openMs);
  const haveOneLife = Math.max(...lives) - Math.min(...lives) <= Math.max(...lives) * LIFETIME_SLACK;
  return found(evidence, {
    confidence: haveOneLife ? 'possible' : 'likely',
    title: `It ended ${alike.length} times after ${duration(quietMs)} in which ${words}`,
    next:
      vendor === undefined
        ? []
        : [`${vendor[0]} s is the default of ${vendor[1]}: look there first, if one of them is on the way.`],
    about: alike.map(({ connection }) => connection.id),
  });
}

/** It had been silent for much longer and lived: then no time-out is so short. */
function survivedLonger(messages: readonly MessageEventRecord[], quietMs: number): boolean {
  const last = messages.slice(-MESSAGES_LOOKED_AT);
  return last.some(({ timeMs }, index) => {
    const before = last[index - 1];
    return before !== undefined && timeMs - before.timeMs > quietMs + SILENCE_SLACK_MS;
  });
}
