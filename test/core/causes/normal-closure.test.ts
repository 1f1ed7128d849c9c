import { normalClosure } from '../../../core/causes/normal-closure';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

const SOCKET_IO = 'wss://example.test/socket.io/?EIO=4&transport=websocket';

describeCause(normalClosure, {
  reports: [
    {
      when: 'the server as the one who closed',
      facts: CLOSED_NORMALLY,
      title: /^The server closed the connection normally$/,
    },
    {
      when: 'it although the close was not clean: wasClean decides nothing',
      facts: { openAt: 50, close: { at: 900, code: 1000, wasClean: false } },
    },
    {
      when: 'the page as the one who closed',
      facts: { ...CLOSED_NORMALLY, closeCall: { at: 990, readyState: 1, code: 1000 } },
      title: /^Your page closed the connection normally$/,
      evidence: [/The page called close\(1000\) while open/],
    },
    {
      when: 'the page as the one who closed when the server answered a bare close with 1000',
      facts: { ...CLOSED_NORMALLY, closeCall: { at: 990, readyState: 1 } },
      title: /^Your page closed/,
    },
    {
      when: 'as a warning a page that gave up on a silent server',
      facts: {
        openAt: 50,
        closeCall: { at: 990, readyState: 1, code: 1000, reason: 'heartbeat timeout' },
        close: { at: 1_000, code: 1000, reason: 'heartbeat timeout' },
      },
      severity: 'warning',
      title: /^Your page closed the connection: "heartbeat timeout"$/,
    },
    {
      when: 'as a warning a 1000 from a Socket.IO server',
      facts: { ...CLOSED_NORMALLY, url: SOCKET_IO },
      severity: 'warning',
      next: /missed pong/,
    },
    {
      when: 'as a warning a client that closed because the server had disconnected it',
      facts: {
        ...CLOSED_NORMALLY,
        url: SOCKET_IO,
        messages: [{ at: 980, direction: 'in', text: '41' }],
        closeCall: { at: 990, readyState: 1, code: 1000 },
      },
      severity: 'warning',
      title: /Socket.IO server disconnected the client/,
    },
  ],
  staysSilent: [
    {
      when: 'when the reason names an error',
      facts: { openAt: 50, close: { at: 900, code: 1000, reason: '{"error":"denied"}' } },
    },
    { when: 'on 1001', facts: { openAt: 50, close: { at: 900, code: 1001 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
