import { invalidHandshakeResponse } from '../../../core/causes/invalid-handshake-response';
import { describeCause } from '../../support/cause-table';
import {
  CLOSED_NORMALLY,
  FAILED_FOR_PAGE,
  chromiumFailed,
  firefoxAnswered,
} from '../../support/connection-builder';

describeCause(invalidHandshakeResponse, {
  reports: [
    {
      when: 'a subprotocol that the server did not pick, in Chromium',
      facts: chromiumFailed(
        "Error during WebSocket handshake: Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
      ),
      title: /offered a subprotocol and the server picked none/,
      next: /answer with one of the subprotocols/,
    },
    {
      when: 'a missing header, in Chromium',
      facts: chromiumFailed("Error during WebSocket handshake: 'Upgrade' header is missing"),
      title: /lacks the Upgrade header/,
      next: /proxy_http_version/,
    },
    {
      when: 'a rule of the handshake that the table does not list',
      facts: chromiumFailed('Error during WebSocket handshake: Something newer'),
      title: /not a valid WebSocket handshake/,
    },
    {
      when: 'a port that does not speak HTTP, in Chromium',
      facts: chromiumFailed('Error during WebSocket handshake: net::ERR_INVALID_HTTP_RESPONSE'),
      title: /does not speak HTTP/,
    },
    {
      when: 'the same in Firefox, which takes the bytes for HTTP/0.9',
      facts: {
        ...FAILED_FOR_PAGE,
        handshake: {
          source: 'web-request',
          status: 200,
          failure: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED',
          responseHeaders: [],
        },
      },
      title: /does not speak HTTP/,
    },
    {
      when: 'a 101 of Firefox after which the page never opened',
      facts: {
        ...FAILED_FOR_PAGE,
        protocols: ['chat'],
        handshake: {
          source: 'web-request',
          status: 101,
          responseHeaders: [
            ['upgrade', 'websocket'],
            ['connection', 'Upgrade'],
            ['sec-websocket-protocol', 'other'],
          ],
        },
      },
      evidence: [
        /HTTP 101/,
        /no Sec-WebSocket-Accept header/,
        /picked the subprotocol other; the page offered chat/,
      ],
    },
    {
      when: 'a 101 of Firefox without a flaw in it, as likely: a broken frame right behind it looks the same',
      facts: {
        ...FAILED_FOR_PAGE,
        handshake: {
          source: 'web-request',
          status: 101,
          responseHeaders: [
            ['upgrade', 'websocket'],
            ['connection', 'Upgrade'],
            ['sec-websocket-accept', 'x'],
          ],
        },
      },
      confidence: 'likely',
    },
    {
      when: 'the same in a recording, as likely: it may not hold everything',
      facts: { ...FAILED_FOR_PAGE, handshake: { source: 'file', status: 101 } },
      confidence: 'likely',
    },
  ],
  staysSilent: [
    {
      when: 'on a 101 after which the page opened',
      facts: { ...CLOSED_NORMALLY, handshake: { source: 'web-request', status: 101 } },
    },
    {
      when: 'on a 101 while the page has not heard of it yet',
      facts: { handshake: { source: 'web-request', status: 101 } },
    },
    {
      when: "on a worker's 101",
      facts: { hasPage: false, handshake: { source: 'web-request', status: 101 } },
    },
    { when: 'on a 200 with headers', facts: firefoxAnswered(200) },
  ],
});
