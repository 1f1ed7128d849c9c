import type { Connection } from '../capture/connection';
import { lifetimeOf } from '../capture/lifetime';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause, type Evidence, type Ruling } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { deadAfterMs } from './reading/heartbeat-limit';
import { whoClosed } from './reading/who-closed';
import { duration } from './reading/words';
import { HEARTBEAT_SLACK_MS, PING_ANSWER_MS } from './thresholds';

export const heartbeatMissed: Cause = {
  id: 'heartbeat-missed',
  layer: 'protocol',
  severity: 'warning',
  title: 'The heartbeat was not answered, and the connection ended',
  explanation:
    "One side's heartbeat went unanswered, so the connection was taken for dead and given up. The close code that follows is a consequence: it says nothing about the reason.",
  likelyCauses: [
    'The network between was gone, and neither side had noticed: a half-open connection.',
    'The server was too busy to answer, or had stopped.',
    'The page could not answer: its main thread was blocked, or the browser held its timers back.',
  ],
  next: [
    "Compare with the server's log whether it saw the heartbeat, and when it ended the session.",
    'If it happens in hidden tabs, let the server send the heartbeat, or send it from a worker.',
    'If it happens under load, give the heartbeat more time.',
  ],
  nextForUser: ['Check your own network; the page comes back by itself.'],
  retry: 'can-succeed',
  needs: ['page-events', 'messages'],
  diagnose(connection, { wire }) {
    const { close } = connection;
    if (close === undefined || wire.protocol.heartbeat === undefined) return NOT_APPLICABLE;
    const byPage = whoClosed(connection).by === 'page';
    if (!byPage && !isCut(connection)) return CLEAR;
    const endMs = whenGivenUp(connection, close.timeMs);
    return (
      unansweredPing(connection, wire, endMs) ?? (byPage ? silentServer(connection, wire, endMs) : CLEAR)
    );
  },
};

/** The page's own `close()`: what came after it was no news to the page. */
function whenGivenUp(connection: Connection, closedMs: number): number {
  const closer = whoClosed(connection);
  return closer.by === 'page' ? closer.call.timeMs : closedMs;
}

function unansweredPing(connection: Connection, { unansweredPing: ping }: Wire, endMs: number) {
  const message = ping && connection.messages[ping.index];
  if (ping === undefined || message === undefined) return undefined;
  const waitedMs = endMs - ping.timeMs;
  const isIn = message.direction === 'in';
  const saidSince = isIn ? connection.flows.out.lastMs : connection.flows.in.lastMs;
  if (waitedMs < PING_ANSWER_MS || (saidSince ?? -Infinity) > ping.timeMs) return undefined;
  const who = isIn ? 'The page' : 'The server';
  const text = `${who} did not answer the last heartbeat, ${duration(waitedMs)} before the end, and said nothing since`;
  const row: Evidence = { source: message.source, timeMs: ping.timeMs, text };
  return ruling(connection, row, `${who} did not answer the heartbeat, and the connection ended`);
}

/** Where the server beats, the client gives it up when nothing has come for the time that was agreed. */
function silentServer(connection: Connection, wire: Wire, endMs: number): Ruling {
  const { heartbeat } = wire.protocol;
  const limitMs = deadAfterMs(wire);
  const { idleMs } = lifetimeOf({ ...connection, endedMs: endMs }, endMs).in;
  if (heartbeat?.sentBy === 'client' || limitMs === undefined || idleMs === undefined) return CLEAR;
  if (idleMs < limitMs - HEARTBEAT_SLACK_MS) return CLEAR;
  const text = `Nothing had come from the server for ${duration(idleMs)}; it is taken for dead after ${duration(limitMs)}`;
  const row: Evidence = { source: 'page-hook', timeMs: endMs, text };
  return ruling(connection, row, "The server's heartbeat stopped, and your page gave the connection up");
}

function ruling(connection: Connection, row: Evidence, title: string): Ruling {
  return found([row, ...evidenceOf(connection)], { confidence: 'likely', title });
}
