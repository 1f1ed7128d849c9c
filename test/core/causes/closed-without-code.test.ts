import { closedWithoutCode } from '../../../core/causes/closed-without-code';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(closedWithoutCode, {
  reports: [
    {
      when: 'the server as the one who closed',
      facts: { openAt: 50, close: { at: 900, code: 1005 } },
      title: /^The server closed the connection without a code$/,
    },
    {
      when: 'the page as the one who closed, as information',
      facts: { openAt: 50, closeCall: { at: 890, readyState: 1 }, close: { at: 900, code: 1005 } },
      severity: 'info',
      likely: [/^The page, or a client library/],
      title: /^Your page closed the connection without a code$/,
    },
    {
      when: 'a client that closed because the server had disconnected it',
      facts: {
        openAt: 50,
        url: 'wss://example.test/socket.io/?EIO=4&transport=websocket',
        messages: [{ at: 880, direction: 'in', text: '41' }],
        closeCall: { at: 890, readyState: 1 },
        close: { at: 900, code: 1005 },
      },
      title: /Socket.IO server disconnected the client/,
      evidence: [/DISCONNECT for the default namespace/],
      next: /will not reconnect by itself/,
    },
  ],
  staysSilent: [
    {
      when: 'on a 1005 with a reason: that one was sent',
      facts: { openAt: 50, close: { at: 900, code: 1005, reason: 'bye' } },
    },
    { when: 'on 1000', facts: CLOSED_NORMALLY },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
