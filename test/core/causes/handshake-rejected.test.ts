import { handshakeRejected } from '../../../core/causes/handshake-rejected';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, chromiumFailed, firefoxAnswered } from '../../support/connection-builder';

describeCause(handshakeRejected, {
  reports: [
    {
      when: '200, an ordinary page',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 200'),
      title: /^The server answered 200 \(OK\), as to an ordinary request, and not 101$/,
      next: /Route this path/,
    },
    {
      when: '400',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 400'),
      next: /pass the upgrade on/,
    },
    {
      when: 'a redirect and where it leads',
      facts: firefoxAnswered(301, { redirectUrl: 'wss://example.test/socket/' }),
      evidence: [/redirects to wss:\/\/example.test\/socket\//],
      next: /never follow a redirect/,
    },
    {
      when: '426',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 426'),
      title: /Upgrade Required/,
    },
    {
      when: '429',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 429'),
      title: /Too Many Requests/,
      next: /longer between attempts/,
    },
    {
      when: "Chromium's words for a 407 that no proxy sent",
      facts: chromiumFailed('Error in connection establishment: net::ERR_UNEXPECTED_PROXY_AUTH'),
      title: /407/,
    },
    {
      when: 'a status that no table knows',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 999'),
      title: /999/,
    },
    { when: 'a 200 of Firefox that has headers', facts: firefoxAnswered(200), title: /200/ },
  ],
  staysSilent: [
    {
      when: 'on the statuses that have causes of their own',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403'),
    },
    { when: 'on 101', facts: { ...CLOSED_NORMALLY, handshake: { source: 'network-log', status: 101 } } },
  ],
});
