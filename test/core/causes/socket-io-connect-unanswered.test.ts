import { socketIoConnectUnanswered } from '../../../core/causes/socket-io-connect-unanswered';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN } from '../../support/connection-builder';

const URL = 'wss://example.test/anything/?EIO=4&transport=websocket';
const OPENING = {
  at: 60,
  direction: 'in',
  text: '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}',
} as const;
const CONNECT = { at: 70, direction: 'out', text: '40' } as const;
const CONNECTED = { at: 90, direction: 'in', text: '40{"sid":"b"}' } as const;

const PING = { at: 25_070, direction: 'in', text: '2' } as const;

describeCause(socketIoConnectUnanswered, {
  reports: [
    {
      when: 'as likely a silence of 25 s while pings go on',
      facts: { ...STAYS_OPEN, url: URL, messages: [OPENING, CONNECT, PING] },
      confidence: 'likely',
      evidence: [
        /The client sent CONNECT for the default namespace/,
        /No answer for the default namespace came in the 25 s/,
      ],
    },
    {
      when: 'it after the socket has ended',
      facts: { ...STAYS_OPEN, url: URL, messages: [OPENING, CONNECT], close: { at: 60_000, code: 1001 } },
    },
    {
      when: 'events before the answer as no answer',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [OPENING, CONNECT, { at: 90, direction: 'in', text: '42["replay",1]' }, PING],
      },
      confidence: 'likely',
    },
    {
      when: 'the namespace that stays without an answer',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [OPENING, CONNECT, CONNECTED, { at: 95, direction: 'out', text: '40/admin,' }, PING],
      },
      confidence: 'likely',
      evidence: [/the namespace \/admin/],
    },
  ],
  staysSilent: [
    {
      when: 'when the server answered',
      facts: { ...STAYS_OPEN, url: URL, messages: [OPENING, CONNECT, CONNECTED, PING] },
    },
    {
      when: 'within the first ten seconds',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [OPENING, CONNECT, { at: 9_000, direction: 'in', text: '2' }],
      },
    },
    {
      when: 'when the server refused',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [OPENING, CONNECT, { at: 90, direction: 'in', text: '44{"message":"no"}' }, PING],
      },
    },
    {
      when: 'when the client took its request back',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [OPENING, CONNECT, { at: 90, direction: 'out', text: '41' }, PING],
      },
    },
    {
      when: 'in protocol 3, where the server connects the default namespace unasked',
      facts: {
        ...STAYS_OPEN,
        url: URL.replace('EIO=4', 'EIO=3'),
        messages: [OPENING, { at: 90, direction: 'in', text: '40' }, PING],
      },
    },
    { when: 'where no Socket.IO is spoken', facts: { ...STAYS_OPEN, messages: [CONNECT, PING] } },
  ],
});
