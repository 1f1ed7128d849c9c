import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { failureRuns, type FailureRun } from './reading/failure-runs';
import { found } from './reading/found';
import { duration } from './reading/words';
import { EQUAL_WAITS, LONG_WAIT_MS, WAIT_SLACK, WAIT_SLACK_MS } from './thresholds';

export const noBackOff: ChainCause = {
  id: 'no-back-off',
  layer: 'reconnect',
  severity: 'warning',
  title: 'The page waits equally long before each attempt',
  explanation:
    'The waits between failed attempts do not grow. While a server is down or overloaded, all its clients then come back at the same rate, and those that were cut together come back together.',
  likelyCauses: [
    'A `setTimeout` with a fixed time in the `close` handler.',
    'A client library with a fixed delay: MQTT.js waits 1 s, OpenHands 3 s.',
  ],
  next: [
    'Double the wait after each failure, up to half a minute or so, and add chance to it.',
    'Begin anew only after a connection has lived for a while.',
  ],
  nextForUser: ['Nothing: this is for the developers of the page.'],
  retry: 'can-succeed',
  needs: ['page-events', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose({ chain }) {
    if (chain.attempts.length <= EQUAL_WAITS) return NOT_APPLICABLE;
    const run = failureRuns(chain.attempts).findLast(isEven);
    const [first] = run?.waits ?? [];
    if (run === undefined || first === undefined) return CLEAR;
    const shown = run.waits.slice(0, EQUAL_WAITS + 1).map(({ waitMs }) => duration(waitMs));
    const text = `The waits before ${run.waits.length} attempts in a row: ${shown.join(', ')}${run.waits.length > shown.length ? ', ...' : ''}`;
    return found([{ source: 'page-hook', timeMs: first.attempt.connection.startedMs, text }], {
      // Chance may have made them equal, as it may any back-off that is at its limit.
      confidence: 'likely',
      title: `The page waits about ${duration(first.waitMs)} before each attempt, however often it fails`,
      about: run.waits.map(({ attempt }) => attempt.connection.id),
    });
  },
};

/** Equal from the first wait on: a back-off that has come to its limit began with shorter ones. */
function isEven({ waits }: FailureRun): boolean {
  const [first] = waits;
  if (first === undefined || waits.length < EQUAL_WAITS || first.waitMs >= LONG_WAIT_MS) return false;
  const slackMs = Math.max(WAIT_SLACK_MS, first.waitMs * WAIT_SLACK);
  return waits.every(({ waitMs }) => Math.abs(waitMs - first.waitMs) <= slackMs);
}
