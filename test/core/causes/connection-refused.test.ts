import { connectionRefused } from '../../../core/causes/connection-refused';
import { describeCause } from '../../support/cause-table';
import {
  FAILED_FOR_PAGE,
  chromiumFailed,
  firefoxAnswered,
  firefoxFailed,
  withoutPage,
} from '../../support/connection-builder';

describeCause(connectionRefused, {
  reports: [
    {
      when: "Chromium's error",
      facts: chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
      title: /^Nothing listens at this host and port$/,
      evidence: [/net::ERR_CONNECTION_REFUSED/],
    },
    { when: "Firefox's constant", facts: firefoxFailed('NS_ERROR_CONNECTION_REFUSED') },
    {
      when: "a worker's socket",
      facts: withoutPage(chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED')),
    },
  ],
  staysSilent: [
    {
      when: 'when the page says that the socket opened',
      facts: { ...firefoxFailed('NS_ERROR_CONNECTION_REFUSED'), openAt: 5 },
    },
    { when: "on Firefox's constant for an answer other than 101", facts: firefoxAnswered(403) },
    { when: 'on a reset', facts: firefoxFailed('NS_ERROR_NET_RESET') },
    { when: 'when nobody recorded a reason', facts: FAILED_FOR_PAGE },
  ],
});
