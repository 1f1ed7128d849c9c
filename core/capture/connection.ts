import type { Backlog } from './backlog';
import type { EventOf, HandshakeEvent, MessageEventRecord, ProbeEvent, Source } from './event';

import type { Flows } from './flow';
import type { LifecycleEvent } from './lifecycle-event';

/** Where a connection stands, as far as the events tell. */
export type ConnectionState = 'connecting' | 'open' | 'closing' | 'closed';

/**
 * The life of one socket, folded from its events: the page's half (constructor, events, who called `close()`) and
 * the browser's half (`handshake`), joined. Either half may be missing; `sources` says which are there.
 */
export interface Connection {
  /** Stable within a capture: `<streamId>/<socketId>` of the half that was seen first. */
  readonly id: string;
  readonly url: string;
  /** What carries it now, or carried it last. */
  readonly transport: 'websocket' | 'polling' | 'webtransport';
  /** The document it belongs to; for a worker's socket, the network log's own stream. */
  readonly streamId: string;
  /** Address of that document, where known. */
  readonly documentUrl: string | undefined;
  readonly sources: readonly Source[];
  readonly state: ConnectionState;
  /** First moment it was seen; where only an end was recorded, that. */
  readonly startedMs: number;
  readonly endedMs: number | undefined;

  readonly constructed: EventOf<'socket-constructed'> | undefined;
  readonly constructorThrew: EventOf<'socket-constructor-threw'> | undefined;
  readonly open: EventOf<'socket-open'> | undefined;
  readonly error: EventOf<'socket-error'> | undefined;
  readonly close: EventOf<'socket-close'> | undefined;
  readonly closeCalls: readonly EventOf<'socket-close-called'>[];
  readonly failedSends: readonly EventOf<'socket-send-failed'>[];
  /** The browser's half. */
  readonly handshake: HandshakeEvent | undefined;
  /** The browser's log was listening when this socket ended: no entry there means something. */
  readonly browserLogWatched: boolean;
  /** The document went away while the socket lived, or within half a second of its end. */
  readonly pageGone: EventOf<'page-hidden'> | undefined;
  /** The document came back from the back/forward cache while the socket had not ended. */
  readonly pageRestored: EventOf<'page-shown'> | undefined;
  /**
   * What happened to its document, and to the machine under it, from shortly before its start to shortly after its end
   * (`SURROUNDINGS_MS`), oldest first.
   */
  readonly surroundings: readonly LifecycleEvent[];
  /** All messages received so far, oldest first. The array grows in place; `messageCount` tells versions apart. */
  readonly messages: readonly MessageEventRecord[];
  readonly messageCount: number;
  /** What they add up to. */
  readonly flows: Flows;
  /** The newest count of what went over it, where the page's half is there and has told. */
  readonly traffic: EventOf<'socket-traffic'> | undefined;
  /** What waits to be sent, where that is much. */
  readonly backlog: Backlog | undefined;
  /** Messages that the page had and that are not here: their bodies were dropped to bound memory. Undefined: unknown. */
  readonly missingMessages: number | undefined;
  /** The socketId of messages that are bodies of Engine.IO polls: each may hold several packets. */
  readonly pollingSocketId: number | undefined;
  /** Polls that failed: the client gives the session up at the first. */
  readonly pollingFailures: readonly EventOf<'polling-failed'>[];
  /** The poll that held Engine.IO's CLOSE packet, where the session ended before any upgrade. */
  readonly sessionEnd: MessageEventRecord | undefined;
  readonly webTransportEnd: EventOf<'webtransport-closed'> | undefined;
  /** Transports that a polling session tried to move to, in vain. */
  readonly failedUpgrades: readonly Connection[];
  /** What the user got by asking the server again, oldest first. */
  readonly probes: readonly ProbeEvent[];
}

/** The handshake succeeded, by either half's word. */
export function hasOpened(connection: Connection): boolean {
  return connection.open !== undefined || connection.handshake?.status === 101;
}

/** The page's half is there: close code, reason and who called `close()` can be known. */
export function hasPageHalf(connection: Connection): boolean {
  return connection.constructed !== undefined || connection.constructorThrew !== undefined;
}

/** The page called `close()` on it before any `close` event, and the call did not throw. */
export function pageCloseCall(connection: Connection): EventOf<'socket-close-called'> | undefined {
  const { close, closeCalls } = connection;
  return closeCalls.find(
    (call) =>
      call.error === undefined && call.readyState < 2 && (close === undefined || call.seq < close.seq),
  );
}
