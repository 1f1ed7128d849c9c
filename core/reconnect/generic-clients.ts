import type { ReconnectPolicy } from '../protocols/protocol';

/** Clients that come back by themselves and speak no protocol of their own. */
export const genericClients: readonly ReconnectPolicy[] = [
  {
    client: 'reconnecting-websocket 4',
    // Its first wait is drawn once per page, from 1 to 5 s, and then grows by 1.3 up to 10 s.
    waits: { kind: 'growing', firstMs: 3_000, factor: 1.3, maxMs: 10_000 },
    jitter: 2 / 3,
    attempts: undefined,
    note: 'Begins anew only after a connection has lived for 5 s.',
  },
];
