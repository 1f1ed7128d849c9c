import type { Cause } from './cause';
import { rulingForNetError } from './reading/net-error-ruling';

export const localNetworkBlocked: Cause = {
  id: 'local-network-blocked',
  layer: 'before-handshake',
  severity: 'error',
  title: 'The page may not reach the local network',
  explanation:
    'A page from the internet tried to open a socket to this machine, or to a device in the local network. Chromium asks the user for a permission first (Chrome 147 and newer), and there is none. What counts is the address that the host name leads to, not the name.',
  likelyCauses: [
    'The user was asked and refused, or has not answered yet.',
    'The page is not in a secure context, where nobody is asked: the answer is no.',
    'A policy of the organisation forbids it.',
  ],
  next: [
    'Serve the page over https://, so that the user can be asked, and say on it why it asks.',
    'Or serve the page from the local network itself.',
  ],
  nextForUser: [
    'Click the icon left of the address, allow access to the local network for this site, then reload the page.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) =>
    rulingForNetError(connection, /ERR_BLOCKED_BY_(?:LOCAL|PRIVATE)_NETWORK_ACCESS_CHECKS\b/),
};
