import { closeNotRecorded } from '../../../core/causes/close-not-recorded';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(closeNotRecorded, {
  reports: [],
  staysSilent: [
    {
      when: 'while the connection is open',
      facts: { hasPage: false, isAlive: true, handshake: { source: 'network-log', status: 101 } },
    },
    {
      when: 'when the page saw the end',
      facts: { ...CLOSED_NORMALLY, handshake: { source: 'network-log', status: 101 } },
    },
    {
      when: 'when the browser gave a reason',
      facts: {
        hasPage: false,
        handshake: { source: 'network-log', status: 101, failure: 'Invalid frame header' },
      },
    },
    { when: 'while the page has the socket open', facts: STAYS_OPEN },
  ],
  cannotTell: [
    {
      when: "how a worker's socket ended",
      facts: { hasPage: false, handshake: { source: 'network-log', status: 101 } },
      missing: /a network log holds no close codes/,
    },
    {
      when: 'how a socket in a HAR ended',
      facts: { hasPage: false, handshake: { source: 'file', status: 101 } },
      missing: /a network log holds no close codes/,
    },
    {
      when: "whether a worker's socket ended at all, in Firefox",
      facts: { hasPage: false, handshake: { source: 'web-request', status: 101 } },
      missing: /ends with the handshake/,
    },
  ],
});
