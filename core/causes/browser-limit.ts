import type { Cause } from './cause';
import { rulingForNetError } from './reading/net-error-ruling';

export const browserLimit: Cause = {
  id: 'browser-limit',
  layer: 'before-handshake',
  severity: 'error',
  title: 'The browser has too many sockets, or too many failed ones',
  explanation:
    'No request reached the server: the browser ended the attempt by a limit of its own. Chromium lets 255 sockets of one page wait for their handshake, and holds new ones back after many failures; Firefox opens 200 at most.',
  likelyCauses: [
    'A reconnect loop without a wait, or several of them.',
    'Sockets that are opened and never closed.',
  ],
  next: [
    'Look at the first failure of the series: its reason is the one that counts.',
    'Reconnect with a growing, random delay, and close sockets that are no longer needed.',
  ],
  nextForUser: ['Close the other tabs of this site, wait two minutes, then reload the page.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) =>
    rulingForNetError(
      connection,
      /^Insufficient resources|ERR_(?:INSUFFICIENT_RESOURCES|WS_THROTTLE_QUEUE_TOO_LARGE|TEMPORARILY_THROTTLED)\b/,
    ),
};
