import type { HandshakeEvent } from './event';

/**
 * Pairs the browser's record of a handshake with the page's socket. Nothing identifies a socket in both halves, so
 * they are paired by address, by order, and by outcome: never by the log's own times, which are off by minutes for
 * refused sockets in Chromium (measured).
 *
 * Chromium's log speaks when a socket ends, so its order is that of the ends. Asked for sockets that are open it
 * answers in the order of the starts, and such a record says when its request started. Firefox's request log speaks
 * when a request starts and again when it ends, so its order is that of the starts.
 */

/** The page's half, as far as pairing needs it. */
export interface PageSocket {
  readonly constructedMs: number;
  readonly hasOpened: boolean;
  readonly endedMs: number | undefined;
}

/** Clocks of different processes, and of events on their way, may disagree by this much. Our choice. */
export const CLOCK_SLACK_MS = 1_000;
/** The log may be this late: DevTools builds an entry only when its own thread has time. Our choice. */
export const LATEST_ENTRY_MS = 30_000;

/** Whether this record can be of this socket. `not-yet`: the socket's own half is still under way. */
type Match = 'yes' | 'no' | 'not-yet';

/**
 * Finds the socket of one record among the sockets of the same address that have no record yet.
 *
 * @param sockets in order of construction
 * @returns the socket; `wait` when it may still turn up; `none` when no page socket can be meant (a worker's)
 */
export function pairHandshake<Socket extends PageSocket>(
  handshake: HandshakeEvent,
  sockets: readonly Socket[],
): Socket | 'wait' | 'none' {
  const isOpen = isOfOpenSocket(handshake);
  const byEnd = handshake.source === 'network-log' && !isOpen;
  const ordered = [...sockets].sort(byEnd ? byEndTime : byStartTime);
  let mayCome = false;
  for (const socket of ordered) {
    const match = byEnd ? matchByEnd(handshake, socket) : matchByStart(handshake, socket);
    // One that was made earlier and has not opened yet may be the one that is meant.
    if (isOpen && match === 'yes' && !socket.hasOpened) return 'wait';
    if (match === 'yes') return socket;
    if (match === 'not-yet') mayCome = true;
  }
  return mayCome ? 'wait' : 'none';
}

/** Chromium's log was asked while the socket was open. */
export function isOfOpenSocket({ source, startedMs }: HandshakeEvent): boolean {
  return source === 'network-log' && startedMs !== undefined;
}

function byStartTime(a: PageSocket, b: PageSocket): number {
  return a.constructedMs - b.constructedMs;
}

function byEndTime(a: PageSocket, b: PageSocket): number {
  // Not a plain difference: two sockets that have not ended would give NaN.
  return a.endedMs === b.endedMs ? 0 : (a.endedMs ?? Infinity) - (b.endedMs ?? Infinity);
}

function matchByEnd(handshake: HandshakeEvent, socket: PageSocket): Match {
  if (socket.constructedMs > handshake.timeMs + CLOCK_SLACK_MS) return 'no';
  // A socket that has opened cannot be the one that was refused, however it ends.
  if (socket.endedMs === undefined) return socket.hasOpened && !isGoodAnswer(handshake) ? 'no' : 'not-yet';
  if (socket.endedMs < handshake.timeMs - LATEST_ENTRY_MS) return 'no';
  if (socket.endedMs > handshake.timeMs + CLOCK_SLACK_MS) return 'no';
  return outcomesAgree(handshake, socket) ? 'yes' : 'no';
}

function matchByStart(handshake: HandshakeEvent, socket: PageSocket): Match {
  const startedMs = handshake.startedMs ?? handshake.timeMs;
  if (socket.constructedMs > startedMs + CLOCK_SLACK_MS) return 'no';
  if (socket.endedMs !== undefined && socket.endedMs < startedMs - CLOCK_SLACK_MS) return 'no';
  // Either half may still be under way: a start has no outcome yet, nor has a socket that is connecting.
  if (!hasOutcome(handshake) || (!socket.hasOpened && socket.endedMs === undefined)) return 'yes';
  return outcomesAgree(handshake, socket) ? 'yes' : 'no';
}

/** The record says how the handshake ended, not only that it began. */
export function hasOutcome({ status, failure, endedMs }: HandshakeEvent): boolean {
  return status !== undefined || failure !== undefined || endedMs !== undefined;
}

/** 101, or what opens a WebSocket over HTTP/2: any 2xx (RFC 8441 section 5). */
function isGoodAnswer({ status = 0, failure }: HandshakeEvent): boolean {
  return status === 101 || (status >= 200 && status < 300 && failure === undefined);
}

/** An opened socket had a 101. A 101 alone is no proof of the reverse: its headers may have been wrong. */
function outcomesAgree(handshake: HandshakeEvent, socket: PageSocket): boolean {
  if (socket.hasOpened) return isGoodAnswer(handshake);
  return handshake.status !== 101 || handshake.source === 'web-request';
}
