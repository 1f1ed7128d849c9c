import type { Connection } from '../capture/connection';
import { CLEAR, type Cause, type Ruling } from './cause';
import { rulingForFailure } from './reading/failure-ruling';
import { evidenceOf, found } from './reading/found';
import { outcomeOf } from './reading/outcome';

export const networkFailure: Cause = {
  id: 'network-failure',
  layer: 'transport',
  severity: 'error',
  title: 'The browser could not make the connection',
  explanation:
    'The browser gave up on the connection for a reason of the network, a proxy, a policy or its own limits. Its words are in the evidence; the page gets only close code 1006.',
  likelyCauses: [
    'The machine went offline, changed its network or slept.',
    'A proxy or firewall in between refuses or drops the connection.',
    'A rule of the browser forbids the address: an unsafe port, local network access, a blocking extension.',
  ],
  next: ['Search for the exact words of the browser, which are in the evidence.'],
  nextForUser: ['Check your internet connection, proxy and VPN, then reload the page.'],
  retry: 'can-succeed',
  needs: ['browser-log'],
  diagnose(connection) {
    // Firefox's constants outside the measured ones only say what their names say.
    const confidence = connection.handshake?.source === 'web-request' ? 'likely' : 'certain';
    const ruling = rulingForFailure(connection, 'network', confidence);
    return ruling.verdict === 'clear' ? rulingForUnknownWords(connection) : ruling;
  },
};

/** Words that no table knows are shown as they are, rather than not at all. */
function rulingForUnknownWords(connection: Connection): Ruling {
  const outcome = outcomeOf(connection);
  const isUnread =
    (outcome?.kind === 'unknown-text' && connection.open === undefined) ||
    // After `open` the page's close code says more, where there is one.
    (outcome?.kind === 'failed-after-open' && connection.close === undefined);
  if (!isUnread) return CLEAR;
  const words = outcome.text === '' ? 'no reason given' : outcome.text;
  return found(evidenceOf(connection), { confidence: 'possible', title: `The connection failed: ${words}` });
}
