import type { Connection } from '../capture/connection';
import { readEngineIoRefusal } from '../protocols/reading/engine-io-refusal';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { duration } from './reading/words';
import { STICKY_MS } from './thresholds';

/** Engine.IO: "Session ID unknown". */
const SESSION_UNKNOWN = 1;

export const missingStickySession: ChainCause = {
  id: 'missing-sticky-session',
  layer: 'handshake',
  severity: 'error',
  title: 'Requests of one session reach different servers',
  explanation:
    'Engine.IO began a session with one server, and moments later a server did not know it. With several servers behind a load balancer, each request of a session must reach the one that began it.',
  likelyCauses: [
    'The load balancer has no sticky sessions (session affinity).',
    'Several processes share a port without a cluster adapter.',
    'The server restarted in between, and forgot all sessions.',
  ],
  next: [
    'Turn sticky sessions on in the load balancer.',
    'Or let the client use WebSocket alone: `transports: ["websocket"]`, then there is one request.',
  ],
  nextForUser: ['Reload the page: by chance both requests may reach the same server.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  explains: ['polling-failed', 'upgrade-failed'],
  diagnose({ chain }) {
    const sessions = chain.attempts.filter(({ connection }) => connection.pollingSocketId !== undefined);
    if (sessions.length === 0) return NOT_APPLICABLE;
    const lost = sessions.flatMap(({ connection }) => {
      const failure = unknownSession(connection);
      return failure === undefined ? [] : [{ connection, failure }];
    });
    if (lost.length === 0) return CLEAR;
    const evidence = newestOf(lost).map(({ connection, failure }): Evidence => {
      const { source, timeMs, status } = failure;
      const text = `The server answered ${status}, "Session ID unknown", ${duration(timeMs - connection.startedMs)} after the session began`;
      return { source, timeMs, text };
    });
    return found(evidence, { confidence: 'likely', about: lost.map(({ connection }) => connection.id) });
  },
};

/** A session that is forgotten later has timed out, or its server was restarted. */
function unknownSession({ pollingFailures, startedMs }: Connection) {
  return pollingFailures.find(
    ({ body, timeMs }) =>
      body !== undefined &&
      timeMs - startedMs <= STICKY_MS &&
      readEngineIoRefusal(body)?.code === SESSION_UNKNOWN,
  );
}
