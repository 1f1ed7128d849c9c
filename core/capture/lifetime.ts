import { pageCloseCall, type Connection } from './connection';

/** What the life of one connection adds up to. Times in milliseconds, sizes as the page counts them (text: UTF-16 units). */
export interface Lifetime {
  /** In CONNECTING: up to `open`, or to the end where it never opened. Undefined: not seen by the page. */
  readonly connectingMs: number | undefined;
  /** In OPEN, so far or as a whole. Undefined: it never opened, or nobody saw when. */
  readonly openMs: number | undefined;
  /** In CLOSING, from the page's own `close()` to the end. Undefined: the page closed nothing. */
  readonly closingMs: number | undefined;
  readonly in: DirectionLife;
  readonly out: DirectionLife;
  /** Bytes that `send()` had taken and that never left, because the connection ended first. */
  readonly unsentBytes: number;
  /** Calls of `send()` that went nowhere: thrown while CONNECTING, dropped silently in CLOSING and CLOSED. */
  readonly refusedSends: { readonly threw: number; readonly dropped: number };
}

/** One direction. Counted by the page where it told, else from the messages that are here. */
export interface DirectionLife {
  readonly messages: number;
  readonly bytes: number;
  /** From the last message to the end, or to `nowMs` while it lives. Undefined: there was no message. */
  readonly idleMs: number | undefined;
}

/** @param nowMs the latest moment that the capture knows of */
export function lifetimeOf(connection: Connection, nowMs: number): Lifetime {
  const { open, close, startedMs, endedMs, constructed } = connection;
  const endMs = endedMs ?? Math.max(nowMs, startedMs);
  const closeCall = pageCloseCall(connection);
  const threw = connection.failedSends.filter(({ readyState }) => readyState === 0).length;
  const dropped = connection.failedSends.filter(({ readyState }) => readyState >= 2);
  const droppedBytes = dropped.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    connectingMs:
      constructed === undefined ? undefined : (open?.timeMs ?? closeCall?.timeMs ?? endMs) - startedMs,
    openMs: open === undefined ? undefined : (closeCall?.timeMs ?? endMs) - open.timeMs,
    closingMs: closeCall === undefined ? undefined : endMs - closeCall.timeMs,
    in: flowOf(connection, 'in', endMs),
    out: flowOf(connection, 'out', endMs),
    // What is sent in CLOSING and CLOSED raises bufferedAmount for good (WHATWG WebSockets, send()): it is told apart.
    unsentBytes: Math.max(0, (close?.bufferedAmount ?? 0) - droppedBytes),
    refusedSends: { threw, dropped: dropped.length },
  };
}

function flowOf({ flows, traffic }: Connection, direction: 'in' | 'out', endMs: number): DirectionLife {
  const here = flows[direction];
  const counted =
    direction === 'in'
      ? { messages: traffic?.messagesIn, bytes: traffic?.bytesIn, lastMs: traffic?.lastInMs }
      : { messages: traffic?.messagesOut, bytes: traffic?.bytesOut, lastMs: traffic?.lastOutMs };
  const lastMs = Math.max(here.lastMs ?? -Infinity, counted.lastMs ?? -Infinity);
  return {
    // The page's own count is the truth, but while the connection lives it may be older than the newest message.
    messages: Math.max(here.messages, counted.messages ?? 0),
    bytes: Math.max(here.bytes, counted.bytes ?? 0),
    idleMs: lastMs === -Infinity ? undefined : Math.max(0, endMs - lastMs),
  };
}
