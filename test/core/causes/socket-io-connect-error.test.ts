import { socketIoConnectError } from '../../../core/causes/socket-io-connect-error';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN, withoutPage, type ConnectionFacts } from '../../support/connection-builder';

const URL = 'wss://example.test/anything/?EIO=4&transport=websocket';
const OPENING = {
  at: 60,
  direction: 'in',
  text: '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}',
} as const;
const CONNECT = { at: 70, direction: 'out', text: '40' } as const;
const CONNECTED = { at: 90, direction: 'in', text: '40{"sid":"b"}' } as const;

function refused(text: string): ConnectionFacts {
  return { ...STAYS_OPEN, url: URL, messages: [OPENING, CONNECT, { at: 80, direction: 'in', text }] };
}

describeCause(socketIoConnectError, {
  reports: [
    {
      when: 'the words of the server, whatever close code follows',
      facts: {
        ...refused('44{"message":"invalid_session_api_key"}'),
        closeCall: { at: 95, readyState: 1 },
        close: { at: 110, code: 1005 },
      },
      title: /^Socket.IO refused the connection: "invalid_session_api_key"$/,
      evidence: [
        /The server refuses the default namespace and says "invalid_session_api_key"/,
        /close code 1005/,
      ],
      next: /will not retry by itself/,
    },
    {
      when: 'a bare string, as python-socketio sends it for an unknown namespace',
      facts: refused('44/admin,"Unable to connect"'),
      title: /the namespace \/admin: "Unable to connect"/,
    },
    {
      when: 'the data of a refusal',
      facts: refused('44{"message":"no","data":{"retry":false}}'),
      evidence: [/data \{"retry":false\}/],
    },
    {
      when: 'a refusal without a reason',
      facts: refused('44{}'),
      evidence: [/refuses the default namespace/],
    },
    {
      when: 'a refusal in a recording of the network',
      facts: withoutPage({ ...refused('44{"message":"no"}'), handshake: { source: 'file', status: 101 } }),
    },
  ],
  staysSilent: [
    {
      when: 'when the server accepted',
      facts: { ...STAYS_OPEN, url: URL, messages: [OPENING, CONNECT, CONNECTED] },
    },
    {
      when: 'when a second attempt over the same socket got in',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [
          OPENING,
          CONNECT,
          { at: 80, direction: 'in', text: '44{"message":"no"}' },
          { at: 85, direction: 'out', text: '40' },
          CONNECTED,
        ],
      },
    },
    {
      when: 'on the same text where no Socket.IO is spoken',
      facts: { ...refused('44{"message":"no"}'), url: 'wss://example.test/chat' },
    },
    {
      when: 'on the same text when the client sent it',
      facts: {
        ...STAYS_OPEN,
        url: URL,
        messages: [{ at: 80, direction: 'out', text: '44{"message":"no"}' }],
      },
    },
  ],
});
