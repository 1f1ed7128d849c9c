import { handshakeConnectionLost } from '../../../core/causes/handshake-connection-lost';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, firefoxFailed } from '../../support/connection-builder';

describeCause(handshakeConnectionLost, {
  reports: [
    {
      when: 'a connection that closed without an answer, in Chromium',
      facts: chromiumFailed('Connection closed before receiving a handshake response'),
      next: /scheme fits the port/,
    },
    {
      when: 'a reset in the middle, in Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: net::ERR_CONNECTION_RESET'),
    },
    { when: "Firefox's constant", facts: firefoxFailed('NS_ERROR_NET_RESET') },
  ],
  staysSilent: [
    { when: 'when an open connection was lost', facts: { openAt: 5, close: { at: 900, code: 1006 } } },
    { when: 'when the connection was refused', facts: firefoxFailed('NS_ERROR_CONNECTION_REFUSED') },
  ],
});
