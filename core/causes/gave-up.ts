import { CLEAR, NOT_APPLICABLE } from './cause';
import { predictNext } from '../reconnect/predict-next';
import type { ChainCause, ChainView } from './chain-cause';
import { found } from './reading/found';
import { duration } from './reading/words';
import { GAVE_UP_WAITS, SHORT_LIFE_MS } from './thresholds';

export const gaveUp: ChainCause = {
  id: 'gave-up',
  layer: 'reconnect',
  severity: 'error',
  title: 'The client has given up',
  explanation:
    'By its policy this client tries a number of times and then stops. That number is reached, and no attempt has come since. The page will not come back by itself, whatever becomes of the server.',
  likelyCauses: [
    'The outage lasted longer than the patience of the client: SignalR stops after 42 s, graphql-ws after five attempts.',
  ],
  next: [
    'Tell the user that the page is offline, and offer a button.',
    'Try again on `online` and when the page is shown; give the client more patience.',
  ],
  nextForUser: ['Reload the page.'],
  retry: 'change-first',
  needs: ['page-events', 'messages', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose(view) {
    const { chain, nowMs, wireOf } = view;
    const last = chain.attempts.at(-1);
    const endedMs = last?.connection.endedMs;
    if (last?.waitMs === undefined || endedMs === undefined) return NOT_APPLICABLE;
    const prediction = predictNext(chain, nowMs, spokenIn(view, wireOf));
    if (prediction.kind !== 'gave-up') return CLEAR;
    const quietMs = nowMs - endedMs;
    if (last.connection.pageGone !== undefined) return CLEAR;
    if (quietMs < Math.max(SHORT_LIFE_MS, GAVE_UP_WAITS * last.waitMs)) return CLEAR;
    const { client, retries, confidence } = prediction;
    const text = `${retries} retries failed, which is all that ${client} makes, and none came in the ${duration(quietMs)} since`;
    return found([{ source: 'page-hook', timeMs: endedMs, text }], { confidence });
  },
};

/** Attempts that never opened speak no protocol: the newest that did tells which it is. */
function spokenIn({ chain }: ChainView, wireOf: ChainView['wireOf']) {
  const spoken = chain.attempts.findLast(({ connection }) => connection.messageCount > 0);
  return wireOf((spoken ?? chain.attempts[0]).connection).protocol;
}
