import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { networkSign } from './reading/network-sign';

export const networkLost: Cause = {
  id: 'network-lost',
  layer: 'transport',
  severity: 'warning',
  title: 'The machine lost or changed its network',
  explanation:
    'The socket was cut in the moment in which the browser went offline, or moved to another network. TCP connections do not survive that, and no Close frame can be sent any more.',
  likelyCauses: [
    'Another Wi-Fi, a cable that was pulled, or a VPN that was switched on or off.',
    'A phone that moved between Wi-Fi and mobile data.',
  ],
  next: [
    'Reconnect on the `online` event, and catch up on what was missed.',
    'Do not count it as an incident of the server.',
  ],
  nextForUser: ['Check your own network: it comes back when your connection does.'],
  retry: 'heals',
  needs: ['page-events', 'page-lifecycle'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    const sign = isCut(connection) ? networkSign(connection, close.timeMs) : undefined;
    if (sign?.confidence !== 'likely') return CLEAR;
    return found([sign.evidence, ...evidenceOf(connection)], { confidence: 'likely' });
  },
};
