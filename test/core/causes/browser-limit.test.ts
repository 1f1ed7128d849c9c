import { browserLimit } from '../../../core/causes/browser-limit';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, FAILED_FOR_PAGE, STAYS_OPEN } from '../../support/connection-builder';

describeCause(browserLimit, {
  reports: [
    {
      when: 'too many handshakes at once',
      facts: chromiumFailed('Insufficient resources'),
      title: /255 sockets/,
    },
    ...['INSUFFICIENT_RESOURCES', 'WS_THROTTLE_QUEUE_TOO_LARGE', 'TEMPORARILY_THROTTLED'].map((name) => ({
      when: `net::ERR_${name}`,
      facts: chromiumFailed(`Error in connection establishment: net::ERR_${name}`),
      next: /growing, random delay/,
    })),
  ],
  staysSilent: [
    {
      when: 'on a network that is gone',
      facts: chromiumFailed('Error in connection establishment: net::ERR_INTERNET_DISCONNECTED'),
    },
    { when: 'without words of the browser', facts: FAILED_FOR_PAGE },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
