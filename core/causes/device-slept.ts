import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { sleepSign } from './reading/sleep-sign';

export const deviceSlept: Cause = {
  id: 'device-slept',
  layer: 'page',
  severity: 'info',
  title: 'The machine slept, or the browser stopped the page',
  explanation:
    'While the machine sleeps or the page is frozen, nobody answers the server and no timer runs. The server or something on the way gives the connection up, and the page learns of it when it wakes.',
  likelyCauses: [
    'A laptop that was closed, or a phone whose screen went off.',
    'A tab in the background that the browser froze to save memory or power.',
  ],
  next: [
    'Reconnect on `visibilitychange` and `resume`, and catch up on what was missed.',
    'Do not count it as an incident of the server.',
  ],
  nextForUser: ['Nothing: the page comes back by itself. If it does not, reload it.'],
  retry: 'heals',
  needs: ['page-events', 'page-lifecycle'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    const sign = isCut(connection) ? sleepSign(connection, close.timeMs) : undefined;
    if (sign?.confidence !== 'likely') return CLEAR;
    return found([sign.evidence, ...evidenceOf(connection)], { confidence: 'likely' });
  },
};
