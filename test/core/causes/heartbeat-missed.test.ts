import { heartbeatMissed } from '../../../core/causes/heartbeat-missed';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';

const GRAPHQL: ConnectionFacts = {
  openAt: 50,
  protocols: ['graphql-transport-ws'],
  messages: [
    { at: 60, direction: 'out', text: '{"type":"connection_init"}' },
    { at: 90, direction: 'in', text: '{"type":"connection_ack"}' },
    { at: 12_000, direction: 'out', text: '{"type":"ping"}' },
  ],
};
const PONG = { at: 12_030, direction: 'in', text: '{"type":"pong"}' } as const;
const SOCKET_IO: ConnectionFacts = {
  url: 'wss://h/socket.io/?EIO=4&transport=websocket',
  openAt: 50,
  messages: [
    {
      at: 60,
      direction: 'in',
      text: '0{"sid":"a","pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
    },
    { at: 70, direction: 'out', text: '40' },
    { at: 90, direction: 'in', text: '40{"sid":"b"}' },
  ],
};

describeCause(heartbeatMissed, {
  reports: [
    {
      when: 'as likely a cut after a ping that nobody answered',
      facts: { ...GRAPHQL, close: { at: 24_000, code: 1006 } },
      confidence: 'likely',
      title: /^The server did not answer the heartbeat/,
      evidence: [/did not answer the last heartbeat, 12 s before the end, and said nothing since/],
    },
    {
      when: 'as likely a page that gave up after such a ping, whatever code comes of it',
      facts: {
        ...GRAPHQL,
        closeCall: { at: 22_000, readyState: 1, code: 4499, reason: 'Terminated' },
        close: { at: 22_050, code: 4499 },
      },
      confidence: 'likely',
    },
    {
      when: 'as likely a Socket.IO client whose server stopped to ping',
      facts: { ...SOCKET_IO, closeCall: { at: 45_100, readyState: 1 }, close: { at: 45_200, code: 1005 } },
      confidence: 'likely',
      title: /The server's heartbeat stopped/,
      evidence: [/Nothing had come from the server for 45 s; it is taken for dead after 45 s/],
    },
    {
      when: 'as likely a page that did not answer the server',
      facts: {
        ...SOCKET_IO,
        messages: [...(SOCKET_IO.messages ?? []), { at: 25_000, direction: 'in', text: '2' }],
        close: { at: 46_000, code: 1006 },
      },
      confidence: 'likely',
      title: /^The page did not answer/,
    },
  ],
  staysSilent: [
    {
      when: 'when the ping was answered',
      facts: { ...GRAPHQL, messages: [...(GRAPHQL.messages ?? []), PONG], close: { at: 24_000, code: 1006 } },
    },
    { when: 'when the ping had just gone out', facts: { ...GRAPHQL, close: { at: 12_500, code: 1006 } } },
    { when: 'when the server closed with a code', facts: { ...GRAPHQL, close: { at: 24_000, code: 1011 } } },
    {
      when: 'when the page left while the server was well',
      facts: { ...SOCKET_IO, closeCall: { at: 20_000, readyState: 1 }, close: { at: 20_050, code: 1005 } },
    },
    { when: 'where no heartbeat is known', facts: { openAt: 50, close: { at: 90_000, code: 1006 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
