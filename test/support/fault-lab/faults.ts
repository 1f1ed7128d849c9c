import type { Fault } from './fault';
import { closeFaults } from './faults-close';
import { handshakeFaults } from './faults-handshake';
import { openFaults } from './faults-open';
import { pageFaults } from './faults-page';
import { protocolFaults } from './faults-protocols';
import { retryFaults } from './faults-retries';
import { socketIoFaults } from './faults-socket-io';

export type { Fault } from './fault';

/** Every fault that a live browser can show, in the order of a connection's life. */
export const faults: readonly Fault[] = [
  ...handshakeFaults,
  ...openFaults,
  ...closeFaults,
  ...protocolFaults,
  ...retryFaults,
  ...pageFaults,
  ...socketIoFaults,
];
