import { START_MS, type ConnectionFacts } from '../connection-builder';
import { v0Url } from './frames';

/** A connection of V0 that failed, after which the user asked the server over HTTP and got this. */
export function answered(status: number, body: string): ConnectionFacts {
  const url = v0Url();
  return {
    url,
    errorAt: 90,
    close: { at: 90, code: 1006 },
    more: {
      probes: [
        {
          streamId: 'probe:1',
          seq: 1,
          timeMs: START_MS + 5_000,
          type: 'probe',
          source: 'probe',
          connectionId: 'page:1/0',
          url,
          how: 'http-get',
          startedMs: START_MS + 4_000,
          steps: [{ method: 'GET', url: url.replace('wss:', 'https:'), status, body }],
        },
      ],
    },
  };
}

/** A session of Engine.IO whose poll the server answered like this. */
export function polledWith(status: number, body: string): ConnectionFacts {
  return {
    url: v0Url({ transport: 'polling' }).replace('wss:', 'https:'),
    openAt: 50,
    more: {
      transport: 'polling',
      endedMs: START_MS + 900,
      state: 'closed',
      pollingFailures: [
        {
          streamId: 'page:1',
          seq: 9_000,
          timeMs: START_MS + 900,
          source: 'page-hook',
          type: 'polling-failed',
          socketId: 0,
          method: 'GET',
          status,
          body,
        },
      ],
    },
  };
}
