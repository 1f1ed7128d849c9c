import { nameNotResolved } from '../../../core/causes/name-not-resolved';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, chromiumFailed, firefoxFailed } from '../../support/connection-builder';

describeCause(nameNotResolved, {
  reports: [
    {
      when: "Chromium's error",
      facts: chromiumFailed('Error in connection establishment: net::ERR_NAME_NOT_RESOLVED'),
      title: /host name has no address/,
    },
    {
      when: 'a collision of names',
      facts: chromiumFailed('Error in connection establishment: net::ERR_ICANN_NAME_COLLISION'),
    },
    { when: "Firefox's constant", facts: firefoxFailed('NS_ERROR_UNKNOWN_HOST') },
  ],
  staysSilent: [
    {
      when: 'when the machine is offline',
      facts: chromiumFailed('Error in connection establishment: net::ERR_INTERNET_DISCONNECTED'),
    },
    { when: 'when the socket opened', facts: STAYS_OPEN },
  ],
});
