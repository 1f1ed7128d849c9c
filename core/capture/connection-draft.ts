import type { Connection, ConnectionState } from './connection';
import { hasOutcome } from './join';
import type { EventOf, HandshakeEvent, HangupEvent, MessageEventRecord, ProbeEvent, Source } from './event';

/** A connection while its events come in. `toConnection` makes the value that everybody else sees. */
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
  traffic?: EventOf<'socket-traffic'>;
  probes: readonly ProbeEvent[];
}

export function createDraft(key: string, streamId: string, seenMs: number): ConnectionDraft {
  return { key, id: key, streamId, seenMs, closeCalls: [], failedSends: [], messages: [], probes: [] };
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
      if ((draft.traffic?.seq ?? 0) < event.seq) draft.traffic = event;
      return;
    case 'polling-failed':
    case 'webtransport-closed':
      return;
    case 'message':
      insertInOrder(draft.messages, event);
      return;
  }
}

/** Control messages come ahead of payload that was recorded before them, so the newest is not always the last. */
function insertInOrder(messages: MessageEventRecord[], message: MessageEventRecord): void {
  let index = messages.length;
  for (; index > 0; index -= 1) {
    const before = messages[index - 1];
    if (before === undefined || before.seq < message.seq) break;
  }
  if (messages[index]?.seq === message.seq) return;
  messages.splice(index, 0, message);
}

/** When the socket's life was over, by whichever half knows. */
export function endOf(draft: ConnectionDraft): number | undefined {
  const { close, constructorThrew, error, pageGone, handshake } = draft;
  if (close !== undefined) return close.timeMs;
  if (constructorThrew !== undefined) return constructorThrew.timeMs;
  // An error in CLOSED with no close event after it is how Chromium blocks a socket by Content Security Policy.
  if (error?.readyState === 3) return error.timeMs;
  if (pageGone !== undefined) return pageGone.timeMs;
  if (draft.constructed !== undefined || handshake === undefined) return undefined;
  // Firefox's request log ends with the handshake: of a worker's socket that opened, nobody says when it ended.
  if (handshake.source === 'web-request' && (handshake.status === 101 || !hasOutcome(handshake)))
    return undefined;
  return handshake.endedMs ?? handshake.timeMs;
}

export function toConnection(
  draft: ConnectionDraft,
  documentUrl: string | undefined,
  isWatched: boolean,
): Connection {
  const { constructed, constructorThrew, handshake, messages } = draft;
  const url = constructed?.url ?? constructorThrew?.url ?? handshake?.url ?? '';
  return {
    id: draft.id,
    url,
    streamId: draft.streamId,
    documentUrl: documentUrl ?? handshake?.documentUrl,
    sources: sourcesOf(draft),
    state: stateOf(draft),
    startedMs: constructed?.timeMs ?? handshake?.startedMs ?? draft.seenMs,
    endedMs: endOf(draft),
    constructed,
    constructorThrew,
    open: draft.open,
    error: draft.error,
    close: draft.close,
    closeCalls: draft.closeCalls,
    failedSends: draft.failedSends,
    handshake,
    browserLogWatched: isWatched,
    pageGone: draft.pageGone,
    pageRestored: draft.pageRestored,
    messages,
    messageCount: messages.length,
    traffic: draft.traffic,
    missingMessages: undefined,
    probes: draft.probes,
  };
}

function sourcesOf({ constructed, constructorThrew, handshake }: ConnectionDraft): Source[] {
  const page: Source[] = constructed === undefined && constructorThrew === undefined ? [] : ['page-hook'];
  return handshake === undefined ? page : [...page, handshake.source];
}

function stateOf(draft: ConnectionDraft): ConnectionState {
  if (endOf(draft) !== undefined) return 'closed';
  if (draft.closeCalls.some(({ error }) => error === undefined)) return 'closing';
  const isOpen =
    draft.open !== undefined || (draft.constructed === undefined && draft.handshake?.status === 101);
  return isOpen ? 'open' : 'connecting';
}
