import type { Connection } from './connection';
import {
  addToDraft,
  createDraft,
  endOf,
  ownEndOf,
  startOf,
  type ConnectionDraft,
  type SocketEvent,
} from './connection-draft';
import type { EventOf, HangupEvent, ProbeEvent } from './event';
import { createEngineIoSessions } from './engine-io-session';
import type { LifecycleEvent } from './lifecycle-event';
import { createMissingMessages } from './missing-messages';
import { createPairing } from './pairing';
import { isAround, surroundingsOf, type Span } from './surroundings';
import { toConnection } from './to-connection';

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
  /** What happened to the documents and to the machine, oldest first; the same list until more has happened. */
  lifecycle(): readonly LifecycleEvent[];
  /** Events that sources say they had to throw away. */
  droppedEvents(): number;
}

export function createCaptureFold(): CaptureFold {
  const drafts = new Map<string, ConnectionDraft>();
  const finished = new WeakMap<ConnectionDraft, Connection>();
  const streamUrls = new Map<string, string>();
  const probes: ProbeEvent[] = [];
  const lifecycle: LifecycleEvent[] = [];
  let shownLifecycle: readonly LifecycleEvent[] | undefined;
  let logStartedMs = Infinity;
  let dropped = 0;
  let list: readonly Connection[] | undefined;

  const sessions = createEngineIoSessions();
  const missing = createMissingMessages(change);

  function change(draft: ConnectionDraft): void {
    finished.delete(draft);
    if (draft.partOf !== undefined) finished.delete(draft.partOf);
    list = undefined;
  }

  function draftOf(event: SocketEvent): ConnectionDraft {
    const key = `${event.streamId}/${event.socketId}`;
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = createDraft(key, event.streamId, event.timeMs);
      drafts.set(key, draft);
    }
    return draft;
  }

  const pairing = createPairing({
    onPaired(socket, record) {
      socket.handshake = record;
      change(socket);
    },
    onAlone(record) {
      const draft = draftOf(record);
      draft.handshake = record;
      change(draft);
      return draft;
    },
    onReconsidered(alone) {
      drafts.delete(alone.key);
      change(alone);
    },
  });

  function addSocketEvent(event: SocketEvent): void {
    const draft = draftOf(event);
    addToDraft(draft, event);
    change(draft);
    if (event.type === 'message' && draft.constructed?.transport === 'polling')
      sessions.onPollingMessage(draft, event);
    if (event.type === 'socket-traffic') missing.onTraffic(draft);
    else if (event.type === 'message') missing.onMessage(draft, event);
    if (event.type === 'socket-constructed') {
      joinSession(draft);
      // The browser's logs hold WebSocket handshakes alone.
      if (event.transport === undefined || event.transport === 'websocket')
        pairing.addSocket(draft, event.url);
    } else if (draft.constructed !== undefined && event.type !== 'message')
      pairing.retry(draft.constructed.url);
  }

  function joinSession(draft: ConnectionDraft): void {
    const session = sessions.sessionOf(draft);
    if (session === undefined || session === draft) return;
    draft.partOf = session;
    session.upgrades.push(draft);
    change(session);
  }

  function addLifecycleEvent(event: LifecycleEvent): void {
    // Streams arrive one after the other, and each is in order by itself.
    const after = lifecycle.findLastIndex(({ timeMs }) => timeMs <= event.timeMs);
    lifecycle.splice(after + 1, 0, event);
    shownLifecycle = undefined;
    for (const draft of drafts.values()) {
      if (isAround(spanOf(draft), event)) change(draft);
    }
  }

  function turnPage(event: EventOf<'page-hidden' | 'page-shown'>): void {
    for (const draft of drafts.values()) {
      if (draft.streamId !== event.streamId || draft.constructed === undefined) continue;
      if (event.type === 'page-hidden') {
        if (ownEndOf(draft) !== undefined && !endedJustBefore(draft, event)) continue;
        draft.pageGone = event;
      } else {
        if (draft.pageGone === undefined) continue;
        draft.pageGone = undefined;
        draft.pageRestored = event;
      }
      change(draft);
      pairing.retry(draft.constructed.url);
    }
  }

  function add(event: HangupEvent): void {
    switch (event.type) {
      case 'source-started':
        if (event.source === 'network-log' || event.source === 'web-request') {
          logStartedMs = Math.min(logStartedMs, event.timeMs);
          for (const draft of drafts.values()) change(draft);
        } else if (event.url !== undefined) {
          streamUrls.set(event.streamId, event.url);
        }
        return;
      case 'page-hidden':
      case 'page-shown':
        addLifecycleEvent(event);
        turnPage(event);
        missing.onPageTurned(event);
        return;
      case 'page-visibility':
      case 'page-frozen':
      case 'page-resumed':
      case 'page-navigated':
      case 'network-online':
      case 'network-changed':
      case 'timer-gap':
      case 'recording-changed':
        addLifecycleEvent(event);
        return;
      case 'probe':
        probes.push(event);
        for (const draft of drafts.values()) if (isAbout(event, draft)) change(draft);
        return;
      case 'payload-read':
        missing.onPayloadRead(event);
        return;
      case 'events-dropped':
        dropped += event.count;
        return;
      case 'handshake':
        // A file's record is whole in itself: its messages carry the same stream and number.
        if (event.source === 'file') addSocketEvent(event);
        else pairing.addRecord(event);
        return;
      case 'socket-constructed':
      case 'socket-constructor-threw':
      case 'socket-open':
      case 'socket-error':
      case 'socket-close':
      case 'socket-close-called':
      case 'socket-send-failed':
      case 'socket-traffic':
      case 'polling-failed':
      case 'webtransport-closed':
      case 'message':
        addSocketEvent(event);
        return;
    }
  }

  function finish(draft: ConnectionDraft): Connection {
    let connection = finished.get(draft);
    if (connection === undefined) {
      draft.probes = probes.filter((probe) => isAbout(probe, draft));
      draft.surroundings = surroundingsOf(spanOf(draft), lifecycle);
      connection = toConnection(draft, streamUrls.get(draft.streamId), logStartedMs <= draft.seenMs);
      finished.set(draft, connection);
    }
    return connection;
  }

  function asSeen(): readonly Connection[] {
    return [...drafts.values()].filter((draft) => isKnown(draft) && draft.partOf === undefined).map(finish);
  }

  return {
    add(events) {
      for (const event of events) add(event);
    },
    connections: () => (list ??= [...asSeen()].sort((a, b) => a.startedMs - b.startedMs)),
    settle: () => pairing.settle(),
    connectionsAsSeen: asSeen,
    lifecycle: () => (shownLifecycle ??= [...lifecycle]),
    droppedEvents: () => dropped,
  };
}

function spanOf(draft: ConnectionDraft): Span {
  return { streamId: draft.streamId, startedMs: startOf(draft), endedMs: endOf(draft) };
}

/** A connection may have got its id from its other half since it was asked about, or before. */
function isAbout(probe: ProbeEvent, { id, key }: ConnectionDraft): boolean {
  return probe.connectionId === id || probe.connectionId === key;
}

/** The socket had ended when the document went away, but so shortly before that one may be due to the other. */
function endedJustBefore(draft: ConnectionDraft, gone: EventOf<'page-hidden'>): boolean {
  const endedMs = ownEndOf(draft);
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

/** All connections of a finished recording, in the order in which it speaks of them. */
export function foldEvents(events: readonly HangupEvent[]): readonly Connection[] {
  const fold = createCaptureFold();
  fold.add(events);
  fold.settle();
  return fold.connectionsAsSeen();
}
