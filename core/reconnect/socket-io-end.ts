import { hasPageHalf, pageCloseCall, type Connection } from '../capture/connection';
import { agreedHeartbeat } from '../causes/reading/heartbeat-limit';
import { isClosedByLeaving } from '../causes/reading/leaving';
import { CONSEQUENCE_MS, HEARTBEAT_SLACK_MS } from '../causes/thresholds';
import { revisionOf } from '../protocols/reading/engine-io-packet';
import type { Wire } from '../protocols/wire';
import { lastPingMs } from './last-ping';
import { refusedByParser } from './refused-by-parser';
import type { ClientReport } from './client-report';

type End = Omit<ClientReport, 'namespace'>;
/** Of socket.io-client: how long it waits for the session's opening. */
const CONNECT_TIMEOUT_MS = 20_000;

/**
 * What the client makes of the connection's end, for every namespace that it is still in. Undefined: it lives, or
 * nobody is left who could be told, or nobody saw how it ended.
 */
export function socketIoEnd(connection: Connection, wire: Wire): End | undefined {
  if (!hasPageHalf(connection) || isPageGone(connection)) return undefined;
  const isOpened = wire.notable.some(({ packet }) => packet.kind === 'control' && packet.name === 'open');
  return isOpened ? endOfOpened(connection, wire) : endOfOpening(connection);
}

/** The page's scripts went with it. */
function isPageGone(connection: Connection): boolean {
  const { pageGone, close } = connection;
  if (pageGone === undefined || pageGone.persisted) return false;
  return close === undefined || isClosedByLeaving(connection);
}

function endOfOpened(connection: Connection, wire: Wire): End | undefined {
  const { close, error, sessionEnd, pollingFailures, webTransportEnd, transport } = connection;
  if (transport === 'webtransport')
    return (
      webTransportEnd && lost(webTransportEnd.error === undefined ? 'transport close' : 'transport error')
    );
  if (transport === 'polling') {
    if (sessionEnd !== undefined)
      return sessionEnd.direction === 'in'
        ? lost('transport close')
        : closedByClient(connection, wire, sessionEnd);
    const failure = pollingFailures.at(-1);
    if (failure === undefined) return undefined;
    return failure.isAborted === true ? closedByClient(connection, wire, failure) : lost('transport error');
  }
  // The client stops listening before it closes: what comes after its call, it does not hear.
  const call = pageCloseCall(connection);
  if (call !== undefined) return closedByClient(connection, wire, call);
  return close && lost(error === undefined ? 'transport close' : 'transport error');
}

function lost(reason: 'transport close' | 'transport error'): End {
  return { event: 'disconnect', reason, retrying: 'by-itself', confidence: 'certain' };
}

/** The library itself closes for several reasons. It tells the page which, and nobody else. */
function closedByClient(
  connection: Connection,
  wire: Wire,
  call: { readonly timeMs: number; readonly seq: number },
): End {
  const reason =
    refusedByParser(connection, call.seq) ??
    (wasOffline(connection, call.timeMs) ? 'transport close' : undefined) ??
    (isPingOverdue(connection, wire, call.timeMs) ? 'ping timeout' : undefined);
  return reason === undefined
    ? { event: 'disconnect', reason: 'forced close', retrying: 'unknown', confidence: 'likely' }
    : { event: 'disconnect', reason, retrying: 'by-itself', confidence: 'likely' };
}

/** The client closes when the browser says that it is offline, unless the host is `localhost`. */
function wasOffline({ surroundings }: Connection, atMs: number): boolean {
  return surroundings.some(
    (event) =>
      event.type === 'network-online' &&
      !event.isOnline &&
      event.timeMs <= atMs + HEARTBEAT_SLACK_MS &&
      event.timeMs >= atMs - CONSEQUENCE_MS,
  );
}

/** Revision 4: only a ping of the server winds the client's clock. Revision 3: the client pings, and all that comes does. */
function isPingOverdue(connection: Connection, wire: Wire, atMs: number): boolean {
  const agreed = agreedHeartbeat(wire);
  if (agreed === undefined) return false;
  const { everyMs, timeoutMs } = agreed;
  if (revisionOf(connection.url) !== 3) {
    const sinceMs = lastPingMs(connection, atMs);
    return sinceMs !== undefined && atMs - sinceMs >= everyMs + timeoutMs - HEARTBEAT_SLACK_MS;
  }
  const ping = wire.unansweredPing;
  const lastInMs = connection.flows.in.lastMs ?? -Infinity;
  return (
    ping !== undefined && lastInMs <= ping.timeMs && atMs - ping.timeMs >= timeoutMs - HEARTBEAT_SLACK_MS
  );
}

/** The session's opening never came. */
function endOfOpening(connection: Connection): End | undefined {
  const { constructorThrew, close, error, pollingFailures, startedMs } = connection;
  if (constructorThrew !== undefined) return notConnected(constructorThrew.error.message, 'certain');
  const call = pageCloseCall(connection) ?? pollingFailures.find(({ isAborted }) => isAborted === true);
  if (call !== undefined)
    return call.timeMs - startedMs >= CONNECT_TIMEOUT_MS - HEARTBEAT_SLACK_MS
      ? notConnected('timeout', 'likely')
      : { event: 'none', reason: 'forced close', retrying: 'unknown', confidence: 'likely' };
  const [failure] = pollingFailures;
  if (failure !== undefined)
    return notConnected(failure.method === 'GET' ? 'xhr poll error' : 'xhr post error', 'likely');
  if (close === undefined) return undefined;
  // Without an `error` before, the client waits on for its time-out.
  return error === undefined ? notConnected('timeout', 'likely') : notConnected('websocket error', 'certain');
}

function notConnected(reason: string, confidence: End['confidence']): End {
  return { event: 'connect_error', reason, retrying: 'by-itself', confidence };
}
