import { upgradeFailed } from '../../../core/causes/upgrade-failed';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, firefoxAnswered, STAYS_OPEN } from '../../support/connection-builder';
import { polling, webTransport } from '../../support/other-transports';

const REFUSED = { ...firefoxAnswered(400), url: 'wss://h/socket.io/?EIO=4&transport=websocket&sid=a' };

describeCause(upgradeFailed, {
  reports: [
    {
      when: 'a WebSocket that a proxy refused while polling goes on',
      facts: polling({ failedUpgrades: [REFUSED] }),
      title: /polling to WebSocket failed: the server answered 400/,
      evidence: [/HTTP 400/, /tried wss:/],
      next: /proxy_set_header/,
    },
    {
      when: "Chromium's words for it",
      facts: polling({
        failedUpgrades: [chromiumFailed('Error during WebSocket handshake: Unexpected response code: 503')],
      }),
      evidence: [/Unexpected response code: 503/],
    },
    {
      when: 'a WebTransport that could not be set up',
      facts: polling({
        failedUpgrades: [
          webTransport({
            end: { error: { name: 'WebTransportError', message: 'Opening handshake failed.' } },
          }),
        ],
      }),
      title: /polling to WebTransport failed/,
      evidence: [/Opening handshake failed/],
    },
  ],
  staysSilent: [
    {
      when: 'when another upgrade went well',
      facts: polling({ transport: 'websocket', failedUpgrades: [REFUSED] }),
    },
    { when: 'when none was tried', facts: polling({}) },
    { when: 'about a plain WebSocket', facts: STAYS_OPEN },
  ],
});
