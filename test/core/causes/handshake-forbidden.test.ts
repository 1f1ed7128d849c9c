import { handshakeForbidden } from '../../../core/causes/handshake-forbidden';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, firefoxAnswered, withoutPage } from '../../support/connection-builder';

describeCause(handshakeForbidden, {
  reports: [
    {
      when: 'the code 403 in the words of Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403'),
      title: /The server answered 403 \(Forbidden\)/,
      evidence: [/Chromium's network log says: .*Unexpected response code: 403/, /close code 1006/],
    },
    {
      when: 'the same words with the prefix of the console',
      facts: chromiumFailed(
        "WebSocket connection to 'ws://a.test/?q=1' failed: Error during WebSocket handshake: Unexpected response code: 403",
      ),
      evidence: [/log says: Error during WebSocket handshake: Unexpected response code: 403/],
    },
    { when: 'the status 403 of Firefox', facts: firefoxAnswered(403), evidence: [/HTTP 403 \(Forbidden\)/] },
    {
      when: "a worker's socket",
      facts: withoutPage(chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403')),
    },
    {
      when: 'a recording that holds the status',
      facts: { hasPage: false, handshake: { source: 'file', status: 403 } },
    },
    {
      when: 'it even when the page called close() while connecting: the answer had come by then',
      facts: { ...firefoxAnswered(403), closeCall: { at: 90, readyState: 0 } },
    },
  ],
  staysSilent: [
    { when: 'when the page says that the socket opened', facts: { ...firefoxAnswered(403), openAt: 5 } },
    { when: 'on 401', facts: firefoxAnswered(401) },
    {
      when: 'when the server closed an open socket with 1008',
      facts: { openAt: 5, close: { at: 9, code: 1008 } },
    },
    {
      when: 'when nothing was answered',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
    },
  ],
});
