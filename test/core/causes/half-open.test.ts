import { halfOpen } from '../../../core/causes/half-open';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const SOCKET_IO: ConnectionFacts = {
  url: 'wss://h/socket.io/?EIO=4&transport=websocket',
  openAt: 50,
  messages: [{ at: 60, direction: 'in', text: '0{"sid":"a","pingInterval":25000,"pingTimeout":20000}' }],
};

describeChainCause(halfOpen, {
  reports: [
    {
      when: 'as likely an open socket whose heartbeat stays away',
      facts: { attempts: [SOCKET_IO], nowAt: 100_000 },
      confidence: 'likely',
      evidence: [/Nothing has come from the server for 99.9 s; it is to be taken for dead after 45 s/],
    },
  ],
  staysSilent: [
    { when: 'while the heartbeat is merely due', facts: { attempts: [SOCKET_IO], nowAt: 60_000 } },
    { when: 'where no heartbeat is known', facts: { attempts: [{ openAt: 50 }], nowAt: 900_000 } },
    {
      when: 'when it has ended',
      facts: { attempts: [{ ...SOCKET_IO, close: { at: 500, code: 1006 } }], nowAt: 900_000 },
    },
  ],
});
