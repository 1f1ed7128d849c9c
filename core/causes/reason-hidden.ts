import type { Cause } from './cause';
import { CLEAR, NOT_APPLICABLE } from './cause';
import { evidenceOf, found } from './reading/found';
import { outcomeOf } from './reading/outcome';

export const reasonHidden: Cause = {
  id: 'reason-hidden',
  layer: 'handshake',
  severity: 'warning',
  title: "Another extension hides Chromium's reason",
  explanation:
    'The handshake failed and Chromium left the reason blank. It does so when an installed extension holds the permission webRequest, declarativeNetRequest or declarativeNetRequestWithHostAccess, even if that extension does nothing with this site. What is certain is the hiding: why the handshake failed is not known.',
  likelyCauses: [
    'An ad blocker, a privacy tool or a password manager is installed.',
    'Such an extension blocked the connection itself.',
  ],
  next: [
    'Reproduce it in a fresh profile, or in a guest window, without other extensions: the reason then appears.',
    'Or turn off extensions that hold webRequest or declarativeNetRequest, one by one, and reload.',
  ],
  nextForUser: [
    'Open the page in a guest or private window, where other extensions are off, with DevTools open.',
  ],
  retry: 'unknown',
  needs: ['browser-log'],
  diagnose(connection) {
    const outcome = outcomeOf(connection);
    if (outcome === undefined) return NOT_APPLICABLE;
    if (outcome.kind !== 'hidden' || connection.open !== undefined) return CLEAR;
    return found(evidenceOf(connection), { confidence: 'certain' });
  },
};
