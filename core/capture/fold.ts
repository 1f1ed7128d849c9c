import type { Connection } from './connection';
import {
  addToDraft,
  createDraft,
  endOf,
  toConnection,
  type ConnectionDraft,
  type SocketEvent,
} from './connection-draft';
import type { EventOf, HandshakeEvent, HangupEvent } from './event';
import { pairHandshake, type PageSocket } from './join';

/**
 * Turns a stream of events into connections, one event at a time and in whatever order the sources deliver.
 * Asked again, it hands out the same object for a connection that has not changed, so that all that follows
 * (diagnosis, rendering) can be remembered by identity.
 */
export interface CaptureFold {
  add(events: readonly HangupEvent[]): void;
  /** All connections, oldest first. */
  connections(): readonly Connection[];
  /** No more events will come: whatever still waits for its other half stands for itself. */
  settle(): void;
  /** All connections in the order in which the events first spoke of them. */
  connectionsAsSeen(): readonly Connection[];
  /** Events that sources say they had to throw away. */
  droppedEvents(): number;
}

export function createCaptureFold(): CaptureFold {
  const drafts = new Map<string, ConnectionDraft>();
  const finished = new Map<string, Connection>();
  const streamUrls = new Map<string, string>();
  /** Per address: sockets without a record, records without a socket. */
  const unpairedSockets = new Map<string, ConnectionDraft[]>();
  const unpairedRecords = new Map<string, HandshakeEvent[]>();
  /** Per address: connections that consist of a record alone, because no socket was known when it came. */
  const loneRecords = new Map<string, ConnectionDraft[]>();
  /** Whose record it is: Firefox's log speaks twice of each, when the request starts and when it ends. */
  const recordOwners = new Map<string, ConnectionDraft>();
  let logStartedMs = Infinity;
  let dropped = 0;
  let list: readonly Connection[] | undefined;

  function change(draft: ConnectionDraft): void {
    finished.delete(draft.id);
    list = undefined;
  }

  function draftOf(event: SocketEvent): ConnectionDraft {
    const id = `${event.streamId}/${event.socketId}`;
    let draft = drafts.get(id);
    if (draft === undefined) {
      draft = createDraft(id, event.streamId, event.timeMs);
      drafts.set(id, draft);
    }
    return draft;
  }

  function addSocketEvent(event: SocketEvent): void {
    const draft = draftOf(event);
    addToDraft(draft, event);
    change(draft);
    if (event.type === 'handshake') return;
    if (event.type === 'socket-constructed') {
      push(unpairedSockets, event.url, draft);
      reconsiderLoneRecords(event.url);
    }
    const { constructed } = draft;
    if (constructed !== undefined && event.type !== 'message') pairAll(constructed.url);
  }

  function addHandshake(event: HandshakeEvent): void {
    // A file's record is whole in itself: its messages carry the same stream and number.
    if (event.source === 'file') {
      addSocketEvent(event);
      return;
    }
    const known = recordOwners.get(recordId(event));
    if (known !== undefined) {
      known.handshake = event;
      change(known);
      return;
    }
    const waiting = unpairedRecords.get(event.url) ?? [];
    unpairedRecords.set(event.url, [
      ...waiting.filter((other) => recordId(other) !== recordId(event)),
      event,
    ]);
    pairAll(event.url);
  }

  function pairAll(url: string): void {
    const records = unpairedRecords.get(url);
    if (records === undefined) return;
    const waiting: HandshakeEvent[] = [];
    for (const record of records) {
      const sockets = unpairedSockets.get(url) ?? [];
      const pair = pairHandshake(record, sockets.map(toPageSocket));
      if (pair === 'wait') {
        waiting.push(record);
        continue;
      }
      const socket = pair === 'none' ? undefined : drafts.get(pair.key);
      if (socket === undefined) {
        // Nobody in any frame made it: a worker's socket, or one made before the hook was there.
        addSocketEvent(record);
        push(loneRecords, url, draftOf(record));
        recordOwners.set(recordId(record), draftOf(record));
        continue;
      }
      socket.handshake = record;
      recordOwners.set(recordId(record), socket);
      change(socket);
      unpairedSockets.set(
        url,
        sockets.filter((other) => other !== socket),
      );
    }
    if (waiting.length === 0) unpairedRecords.delete(url);
    else unpairedRecords.set(url, waiting);
  }

  /** The sources come by different ways: a record can be here before the socket that it belongs to. */
  function reconsiderLoneRecords(url: string): void {
    for (const draft of loneRecords.get(url) ?? []) {
      drafts.delete(draft.id);
      change(draft);
      if (draft.handshake === undefined) continue;
      recordOwners.delete(recordId(draft.handshake));
      push(unpairedRecords, url, draft.handshake);
    }
    loneRecords.delete(url);
  }

  function turnPage(event: EventOf<'page-hidden' | 'page-shown'>): void {
    for (const draft of drafts.values()) {
      if (draft.streamId !== event.streamId || draft.constructed === undefined) continue;
      if (event.type === 'page-hidden') {
        if (draft.close !== undefined && !endedJustBefore(draft, event)) continue;
        draft.pageGone = event;
      } else {
        if (draft.pageGone === undefined) continue;
        draft.pageGone = undefined;
        draft.pageRestored = event;
      }
      change(draft);
      pairAll(draft.constructed.url);
    }
  }

  function add(event: HangupEvent): void {
    switch (event.type) {
      case 'source-started':
        if (event.source === 'network-log' || event.source === 'web-request') {
          logStartedMs = Math.min(logStartedMs, event.timeMs);
          finished.clear();
          list = undefined;
        } else if (event.url !== undefined) {
          streamUrls.set(event.streamId, event.url);
        }
        return;
      case 'page-hidden':
      case 'page-shown':
        turnPage(event);
        return;
      case 'events-dropped':
        dropped += event.count;
        return;
      case 'handshake':
        addHandshake(event);
        return;
      case 'socket-constructed':
      case 'socket-constructor-threw':
      case 'socket-open':
      case 'socket-error':
      case 'socket-close':
      case 'socket-close-called':
      case 'socket-send-failed':
      case 'message':
        addSocketEvent(event);
        return;
    }
  }

  function finish(draft: ConnectionDraft): Connection {
    let connection = finished.get(draft.id);
    if (connection === undefined) {
      connection = toConnection(draft, streamUrls.get(draft.streamId), logStartedMs <= draft.seenMs);
      finished.set(draft.id, connection);
    }
    return connection;
  }

  function asSeen(): readonly Connection[] {
    return [...drafts.values()].filter(isKnown).map(finish);
  }

  return {
    add(events) {
      for (const event of events) add(event);
    },
    connections() {
      list ??= [...asSeen()].sort((a, b) => a.startedMs - b.startedMs);
      return list;
    },
    settle() {
      for (const records of unpairedRecords.values()) for (const record of records) addSocketEvent(record);
      unpairedRecords.clear();
    },
    connectionsAsSeen: asSeen,
    droppedEvents: () => dropped,
  };
}

/** The socket had ended when the document went away, but so shortly before that one may be due to the other. */
function endedJustBefore(draft: ConnectionDraft, gone: EventOf<'page-hidden'>): boolean {
  const endedMs = draft.close?.timeMs;
  return endedMs !== undefined && gone.timeMs >= endedMs && gone.timeMs - endedMs <= LEAVING_MS;
}
/** Firefox closes the sockets of a page that is left 7 to 12 ms before `pagehide` (measured); the rest is room. */
const LEAVING_MS = 500;

/** Messages can come before the event that says what they belong to. */
function isKnown(draft: ConnectionDraft): boolean {
  return (
    draft.constructed !== undefined || draft.constructorThrew !== undefined || draft.handshake !== undefined
  );
}

function recordId({ streamId, socketId }: HandshakeEvent): string {
  return `${streamId}/${socketId}`;
}

function toPageSocket(draft: ConnectionDraft): PageSocket {
  return {
    key: draft.id,
    constructedMs: draft.constructed?.timeMs ?? draft.seenMs,
    hasOpened: draft.open !== undefined,
    endedMs: endOf(draft),
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** All connections of a finished recording, in the order in which it speaks of them. */
export function foldEvents(events: readonly HangupEvent[]): readonly Connection[] {
  const fold = createCaptureFold();
  fold.add(events);
  fold.settle();
  return fold.connectionsAsSeen();
}
