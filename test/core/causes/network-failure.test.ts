import { networkFailure } from '../../../core/causes/network-failure';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, chromiumFailed, firefoxFailed } from '../../support/connection-builder';

describeCause(networkFailure, {
  reports: [
    {
      when: 'that the machine is offline',
      facts: chromiumFailed('Error in connection establishment: net::ERR_INTERNET_DISCONNECTED'),
      title: /offline/,
    },
    {
      when: 'a port that browsers forbid',
      facts: chromiumFailed('Error in connection establishment: net::ERR_UNSAFE_PORT'),
      title: /forbids the port|forbids this port/,
    },
    {
      when: 'a handshake that timed out',
      facts: chromiumFailed('WebSocket opening handshake timed out'),
      title: /not answered within the 240 seconds/,
    },
    {
      when: 'a refusing proxy',
      facts: chromiumFailed('Establishing a tunnel via proxy server failed.'),
      title: /proxy refused/,
    },
    {
      when: 'a request that was stopped inside Firefox, as likely',
      facts: firefoxFailed('NS_ERROR_ABORT'),
      confidence: 'likely',
      next: /extensions turned off/,
    },
    {
      when: 'an error that no table knows, with its own words',
      facts: chromiumFailed('Error in connection establishment: net::ERR_BRAND_NEW'),
      confidence: 'possible',
      title: /^The connection failed: .*net::ERR_BRAND_NEW$/,
    },
    {
      when: 'a constant of Firefox that no table knows',
      facts: firefoxFailed('NS_ERROR_BRAND_NEW'),
      confidence: 'possible',
      title: /NS_ERROR_BRAND_NEW/,
    },
    {
      when: "unknown words about a worker's open socket",
      facts: { hasPage: false, handshake: { source: 'network-log', status: 101, failure: 'Something new' } },
      confidence: 'possible',
      title: /Something new/,
    },
  ],
  staysSilent: [
    {
      when: 'on unknown words when the page says that the socket opened',
      facts: { ...chromiumFailed('Something new'), openAt: 5 },
    },
    {
      when: 'on a refused connection, which has a cause of its own',
      facts: firefoxFailed('NS_ERROR_CONNECTION_REFUSED'),
    },
    { when: 'when the reason is blank', facts: chromiumFailed('') },
    {
      when: 'on unknown words after the page got a close code, which says more',
      facts: {
        openAt: 5,
        close: { at: 9, code: 1006 },
        handshake: { source: 'network-log', status: 101, failure: 'Something new' },
      },
    },
    { when: 'without a word of the browser', facts: FAILED_FOR_PAGE },
  ],
});
