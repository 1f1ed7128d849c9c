import { localNetworkBlocked } from '../../../core/causes/local-network-blocked';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, FAILED_FOR_PAGE, STAYS_OPEN } from '../../support/connection-builder';

const blocked = (name: string) => chromiumFailed(`Error in connection establishment: net::ERR_${name}`);

describeCause(localNetworkBlocked, {
  reports: [
    {
      when: "Chromium's own word for it",
      facts: blocked('BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'),
      title: /local network without permission/,
      next: /https:\/\//,
    },
    { when: 'the older word for it', facts: blocked('BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS') },
  ],
  staysSilent: [
    { when: 'on a block by an extension', facts: blocked('BLOCKED_BY_CLIENT') },
    { when: 'on a refused port', facts: blocked('CONNECTION_REFUSED') },
    { when: 'without words of the browser', facts: FAILED_FOR_PAGE },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
