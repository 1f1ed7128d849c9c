import { handshakeNotFound } from '../../../core/causes/handshake-not-found';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, chromiumFailed, firefoxAnswered } from '../../support/connection-builder';

describeCause(handshakeNotFound, {
  reports: [
    {
      when: '404 in Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 404'),
      title: /404 \(Not Found\)/,
    },
    {
      when: '410 in Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 410'),
      title: /410 \(Gone\)/,
    },
    { when: '404 in Firefox', facts: firefoxAnswered(404) },
  ],
  staysSilent: [
    {
      when: 'on 400',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 400'),
    },
    { when: 'when the socket opened', facts: STAYS_OPEN },
  ],
});
