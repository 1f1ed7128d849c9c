import { endsSession } from '../protocols/reading/engine-io-payload';
import { backlogAfter, type Backlog } from './backlog';
import { addToFlows, NO_FLOW, type Flows } from './flow';
import { hasOutcome } from './join';
import type { LifecycleEvent } from './lifecycle-event';
import type { EventOf, HandshakeEvent, HangupEvent, MessageEventRecord, ProbeEvent } from './event';

/** A connection while its events come in. `toConnection` (to-connection.ts) makes the value that everybody else sees. */
export interface ConnectionDraft {
  /** Where its events find it. */
  readonly key: string;
  /** What others call it: the key of the half that was seen first, for good, so that nobody's choice of it is lost. */
  id: string;
  readonly streamId: string;
  readonly seenMs: number;
  constructed?: EventOf<'socket-constructed'>;
  constructorThrew?: EventOf<'socket-constructor-threw'>;
  open?: EventOf<'socket-open'>;
  error?: EventOf<'socket-error'>;
  close?: EventOf<'socket-close'>;
  closeCalls: EventOf<'socket-close-called'>[];
  failedSends: EventOf<'socket-send-failed'>[];
  handshake?: HandshakeEvent;
  pageGone?: EventOf<'page-hidden'> | undefined;
  pageRestored?: EventOf<'page-shown'> | undefined;
  readonly messages: MessageEventRecord[];
  flows: Flows;
  readonly pollingFailures: EventOf<'polling-failed'>[];
  /** The first Engine.IO CLOSE packet of a polling session. */
  sessionEnd?: MessageEventRecord;
  webTransportEnd?: EventOf<'webtransport-closed'>;
  /** Transports that were to take this polling session over, oldest first. */
  readonly upgrades: ConnectionDraft[];
  /** The polling session that this transport is a part of. */
  partOf?: ConnectionDraft;
  /** Of an upgrade: the session has moved here. */
  isInUse?: boolean;
  missingMessages?: number | undefined;
  traffic?: EventOf<'socket-traffic'>;
  backlog?: Backlog | undefined;
  probes: readonly ProbeEvent[];
  surroundings: readonly LifecycleEvent[];
}

export function createDraft(key: string, streamId: string, seenMs: number): ConnectionDraft {
  return {
    key,
    id: key,
    streamId,
    seenMs,
    closeCalls: [],
    failedSends: [],
    messages: [],
    flows: NO_FLOW,
    pollingFailures: [],
    upgrades: [],
    probes: [],
    surroundings: [],
  };
}

/** Events of one socket that the page half consists of. */
export type SocketEvent = Extract<HangupEvent, { socketId: number }>;

export function addToDraft(draft: ConnectionDraft, event: SocketEvent): void {
  switch (event.type) {
    case 'socket-constructed':
      draft.constructed = event;
      return;
    case 'socket-constructor-threw':
      draft.constructorThrew = event;
      return;
    case 'socket-open':
      draft.open = event;
      return;
    case 'socket-error':
      draft.error = event;
      return;
    case 'socket-close':
      draft.close = event;
      return;
    case 'socket-close-called':
      draft.closeCalls = [...draft.closeCalls, event];
      return;
    case 'socket-send-failed':
      draft.failedSends = [...draft.failedSends, event];
      return;
    case 'handshake':
      draft.handshake = event;
      return;
    case 'socket-traffic':
      if ((draft.traffic?.seq ?? 0) >= event.seq) return;
      draft.traffic = event;
      draft.backlog = backlogAfter(draft.backlog, event);
      return;
    case 'polling-failed':
      draft.pollingFailures.push(event);
      return;
    case 'webtransport-closed':
      draft.webTransportEnd = event;
      return;
    case 'message':
      addMessage(draft, event);
      return;
  }
}

/** All messages of a session stand in one list, whichever transport carried them. */
function addMessage(draft: ConnectionDraft, message: MessageEventRecord): void {
  const owner = draft.partOf ?? draft;
  if (!insertInOrder(owner.messages, message)) return;
  owner.flows = addToFlows(owner.flows, message);
  if (draft.constructed?.transport === 'polling' && endsSession(message.text)) draft.sessionEnd ??= message;
  // The client's UPGRADE packet (5): from here on the session is carried by this transport.
  if (draft.partOf !== undefined && message.direction === 'out' && message.text === '5') draft.isInUse = true;
}

/** Control messages come ahead of payload that was recorded before them, so the newest is not always the last. */
function insertInOrder(messages: MessageEventRecord[], message: MessageEventRecord): boolean {
  let index = messages.length;
  for (; index > 0; index -= 1) {
    const before = messages[index - 1];
    if (before === undefined || before.seq <= message.seq) break;
  }
  // It is here already.
  if (messages[index - 1]?.seq === message.seq) return false;
  if (index === messages.length) messages.push(message);
  else messages.splice(index, 0, message);
  return true;
}

/** The transport that carries the connection: its own, or what a polling session has moved to. */
export function carrierOf(draft: ConnectionDraft): ConnectionDraft {
  return draft.upgrades.find(isCarrying) ?? draft;
}
function isCarrying({ isInUse, constructed, open }: ConnectionDraft): boolean {
  // The packets of a WebTransport are not read: once it is open, the client moves to it.
  return isInUse === true || (constructed?.transport === 'webtransport' && open !== undefined);
}

/** The end that the transport itself has told of, its page's leaving apart. */
export function ownEndOf(draft: ConnectionDraft): number | undefined {
  const { close, webTransportEnd, pollingFailures, sessionEnd } = carrierOf(draft);
  return (close ?? webTransportEnd ?? pollingFailures[0] ?? sessionEnd)?.timeMs;
}

export function startOf({ constructed, handshake, seenMs }: ConnectionDraft): number {
  return constructed?.timeMs ?? handshake?.startedMs ?? seenMs;
}

/** When the socket's life was over, by whichever half knows. */
export function endOf(draft: ConnectionDraft): number | undefined {
  const { constructed, constructorThrew, error, pageGone, handshake } = carrierOf(draft);
  const ownEndMs = ownEndOf(draft);
  if (ownEndMs !== undefined) return ownEndMs;
  if (constructorThrew !== undefined) return constructorThrew.timeMs;
  // An error in CLOSED with no close event after it is how Chromium blocks a socket by Content Security Policy.
  if (error?.readyState === 3) return error.timeMs;
  if (pageGone !== undefined) return pageGone.timeMs;
  if (constructed !== undefined || handshake === undefined) return undefined;
  // Firefox's request log ends with the handshake: of a worker's socket that opened, nobody says when it ended.
  if (handshake.source === 'web-request' && (handshake.status === 101 || !hasOutcome(handshake)))
    return undefined;
  return handshake.endedMs ?? handshake.timeMs;
}
