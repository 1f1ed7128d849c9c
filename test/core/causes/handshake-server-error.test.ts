import { handshakeServerError } from '../../../core/causes/handshake-server-error';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, firefoxAnswered } from '../../support/connection-builder';

describeCause(handshakeServerError, {
  reports: [
    {
      when: '500 in Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 500'),
      title: /500 \(Internal Server Error\)/,
    },
    { when: '502 in Firefox', facts: firefoxAnswered(502), title: /502 \(Bad Gateway\)/ },
    {
      when: "Cloudflare's 522",
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 522'),
      title: /522 \(Connection Timed Out \(Cloudflare\)\)/,
    },
    {
      when: 'a status of this class that nobody registered',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 599'),
      title: /599 \(server error\)/,
    },
  ],
  staysSilent: [
    {
      when: 'on 404',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 404'),
    },
    {
      when: 'on 999, which is outside the class',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 999'),
    },
    { when: 'when the server closed with 1011', facts: { openAt: 5, close: { at: 9, code: 1011 } } },
  ],
});
