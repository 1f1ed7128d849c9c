import { describe, expect, it } from 'vitest';
import type { FaultLab } from '../../support/fault-lab/fault-lab';
import { faults } from '../../support/fault-lab/faults';

const lab: FaultLab = {
  httpOrigin: 'http://127.0.0.1:1001',
  wsOrigin: 'ws://127.0.0.1:1001',
  tlsWsOrigin: 'wss://127.0.0.1:1002',
  refusedWsOrigin: 'ws://127.0.0.1:1003',
  mortalWsOrigin: 'ws://127.0.0.1:1004',
  stop: () => Promise.resolve(),
};

/** Causes that a live page can show; `reason-hidden` needs a second extension, `close-not-recorded` a HAR file. */
const SHOWN_LIVE = [
  'normal-closure',
  'going-away',
  'application-close-code',
  'server-closed-with-code',
  'closed-without-code',
  'abnormal-closure',
  'accepted-then-dropped',
  'flapping',
  'protocol-violation',
  'handshake-unauthorized',
  'handshake-forbidden',
  'handshake-not-found',
  'handshake-server-error',
  'handshake-rejected',
  'connection-refused',
  'name-not-resolved',
  'tls-failure',
  'invalid-handshake-response',
  'handshake-connection-lost',
  'cancelled-by-page',
  'socket-io-connect-error',
  'socket-io-connect-unanswered',
  'constructor-refused',
  'network-failure',
  'page-left',
  'blocked-by-csp',
  'local-network-blocked',
  'protocol-close-code',
  'protocol-ended',
  'protocol-error',
  'slow-consumer',
  'back-pressure',
  'heartbeat-missed',
  'close-unanswered',
  'half-open',
  'server-went-away',
  'idle-timeout',
  'lifetime-limit',
  'token-expiry',
  'crash-on-message',
  'oversized-message',
  'no-back-off',
  'reconnect-storm',
  'page-churn',
  'duplicate-connections',
  'sends-after-close',
  'sends-too-early',
  'profile-close-code',
  'profile-handshake-status',
  'profile-refusal',
];
/** Firefox tells nobody of a forbidden port. */
const IN_FIREFOX_ALONE = ['handshake-failed'];
/** Firefox gives no reason for what it does to an open connection, and no other net error in the lab's reach. */
const NOT_IN_FIREFOX = ['protocol-violation', 'network-failure', 'local-network-blocked'];

describe('the catalogue of faults', () => {
  it('has at least 90 faults, each with an id of its own', () => {
    expect(faults.length).toBeGreaterThanOrEqual(90);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });

  it('covers every cause that a live browser can show, and no other', () => {
    expect(new Set(faults.map(({ expected }) => expected.chromium.cause))).toEqual(new Set(SHOWN_LIVE));
    expect(new Set(faults.map(({ expected }) => expected.firefox.cause))).toEqual(
      new Set([...SHOWN_LIVE.filter((cause) => !NOT_IN_FIREFOX.includes(cause)), ...IN_FIREFOX_ALONE]),
    );
  });

  it('has endpoints that cannot be mistaken for one another', () => {
    const endpoints = faults.map(({ endpoint }) => endpoint(lab));
    for (const endpoint of endpoints) {
      expect(endpoints.filter((other) => other.startsWith(endpoint))).toEqual([endpoint]);
    }
  });

  it('leads to the endpoint from its page', () => {
    for (const { page, endpoint } of faults) {
      const query = new URL(page(lab)).searchParams;
      expect(query.get('url') ?? query.get('path')).toContain(endpoint(lab));
    }
  });

  it('starts afresh at each visit to a fault that counts attempts', () => {
    for (const id of ['flaky', 'restart']) {
      const fault = faults.find((each) => each.id === id);
      expect(fault?.page(lab)).not.toContain('KEY');
      expect(fault?.page(lab)).not.toBe(fault?.page(lab));
    }
  });
});
