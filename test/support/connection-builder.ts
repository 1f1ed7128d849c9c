import { addToFlows, NO_FLOW } from '../../core/capture/flow';
import type { Connection, ConnectionState } from '../../core/capture/connection';
import type { HandshakeEvent, MessageEventRecord, Source } from '../../core/capture/event';

/** All times are milliseconds after the start of the connection. */
export interface ConnectionFacts {
  /** Of an attempt in a chain: when it began, after `START_MS`. */
  readonly startAt?: number;
  readonly url?: string;
  readonly protocols?: readonly string[];
  /** The subprotocol that the server took. */
  readonly accepted?: string;
  /** Of the constructor call; its form gives the browser away. */
  readonly stack?: string;
  /** False: only the browser saw it, as with a worker's socket. */
  readonly hasPage?: boolean;
  /** The browser alone saw it, and has not seen it end. */
  readonly isAlive?: boolean;
  readonly threw?: { readonly name: string; readonly message: string };
  readonly openAt?: number;
  readonly errorAt?: number;
  readonly close?: {
    readonly at: number;
    readonly code: number;
    readonly reason?: string;
    readonly wasClean?: boolean;
  };
  readonly closeCall?: {
    readonly at: number;
    readonly readyState: number;
    readonly code?: number;
    readonly reason?: string;
    readonly stack?: string;
    readonly error?: { readonly name: string; readonly message: string };
  };
  readonly handshake?: { readonly source: HandshakeEvent['source'] } & Partial<HandshakeEvent>;
  /** What the other transports add, see other-transports.ts. */
  readonly more?: Partial<Connection>;
  readonly browserLogWatched?: boolean;
  readonly pageGone?: { readonly at: number; readonly persisted: boolean };
  /** The page came back from the back/forward cache. */
  readonly restoredAt?: number;
  readonly messages?: readonly {
    readonly at: number;
    readonly direction: 'in' | 'out';
    readonly text: string;
  }[];
}

/** A moment that is easy to recognise in a failing test. */
export const START_MS = 1_700_000_000_000;
const CHROMIUM_LOG = 'network-log:1';

/** A connection from the few facts that a test is about; everything else is what a browser would have recorded. */
export function buildConnection(facts: ConnectionFacts): Connection {
  const { url = 'wss://example.test/socket', hasPage = true, threw, close, closeCall, pageGone } = facts;
  const startMs = START_MS + (facts.startAt ?? 0);
  // Two attempts never begin at one moment.
  const id = { streamId: 'page:1', socketId: facts.startAt ?? 0 };
  /** Events of one moment keep the order in which a browser fires them: that is the rank. */
  const when = (at: number, rank: number) => ({ seq: at * 10 + rank, timeMs: startMs + at });
  const page = { ...id, source: 'page-hook' } as const;
  const source = messageSource(facts);
  const messages = (facts.messages ?? []).map(({ at, direction, text }): MessageEventRecord => ({
    ...id,
    ...when(at, 2),
    type: 'message',
    source,
    direction,
    format: 'text',
    sizeBytes: text.length,
    text,
  }));
  const handshake = facts.handshake && buildHandshake(url, startMs, facts.handshake);
  const sources: Source[] = hasPage ? ['page-hook'] : [];
  const endAt = close?.at ?? pageGone?.at ?? (hasPage || facts.isAlive ? undefined : 1_000);
  return {
    id: `page:1/${id.socketId}`,
    url,
    streamId: hasPage ? 'page:1' : CHROMIUM_LOG,
    documentUrl: 'https://example.test/',
    sources: handshake ? [...sources, handshake.source] : sources,
    state: stateOf(facts, endAt),
    startedMs: startMs,
    endedMs: endAt === undefined ? undefined : startMs + endAt,
    constructed:
      hasPage && threw === undefined
        ? {
            ...page,
            ...when(0, 0),
            type: 'socket-constructed',
            url,
            protocols: [...(facts.protocols ?? [])],
            ...(facts.stack === undefined ? {} : { stack: facts.stack }),
          }
        : undefined,
    constructorThrew: threw && {
      ...page,
      ...when(0, 0),
      type: 'socket-constructor-threw',
      url,
      error: threw,
    },
    open:
      facts.openAt === undefined
        ? undefined
        : {
            ...page,
            ...when(facts.openAt, 1),
            type: 'socket-open',
            protocol: facts.accepted ?? '',
            extensions: '',
          },
    error:
      facts.errorAt === undefined
        ? undefined
        : { ...page, ...when(facts.errorAt, 4), type: 'socket-error', readyState: 3 },
    close: close && {
      ...page,
      ...when(close.at, 5),
      type: 'socket-close',
      code: close.code,
      reason: close.reason ?? '',
      wasClean: close.wasClean ?? close.code !== 1006,
      bufferedAmount: 0,
    },
    closeCalls: closeCall ? [buildCloseCall(closeCall, { ...page, ...when(closeCall.at, 3) })] : [],
    failedSends: [],
    handshake,
    browserLogWatched: facts.browserLogWatched ?? handshake !== undefined,
    pageGone: pageGone && {
      streamId: 'page:1',
      ...when(pageGone.at, 6),
      type: 'page-hidden',
      source: 'page-lifecycle',
      persisted: pageGone.persisted,
    },
    pageRestored:
      facts.restoredAt === undefined
        ? undefined
        : {
            streamId: 'page:1',
            ...when(facts.restoredAt, 4),
            type: 'page-shown',
            source: 'page-lifecycle',
            persisted: true,
          },
    surroundings: [],
    messages,
    messageCount: messages.length,
    flows: messages.reduce(addToFlows, NO_FLOW),
    traffic: undefined,
    backlog: undefined,
    missingMessages: undefined,
    transport: 'websocket',
    pollingSocketId: undefined,
    pollingFailures: [],
    sessionEnd: undefined,
    webTransportEnd: undefined,
    failedUpgrades: [],
    probes: [],
    ...facts.more,
  };
}

type CloseCall = Connection['closeCalls'][number];

function buildCloseCall(
  { readyState, code, reason, stack, error }: NonNullable<ConnectionFacts['closeCall']>,
  common: Pick<CloseCall, 'streamId' | 'seq' | 'timeMs' | 'socketId' | 'source'>,
): CloseCall {
  return {
    ...common,
    type: 'socket-close-called',
    readyState,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    ...(stack === undefined ? {} : { stack }),
    ...(error === undefined ? {} : { error }),
  };
}

function buildHandshake(
  url: string,
  startMs: number,
  facts: NonNullable<ConnectionFacts['handshake']>,
): HandshakeEvent {
  return {
    type: 'handshake',
    streamId: CHROMIUM_LOG,
    seq: 0,
    timeMs: startMs + 1_000,
    socketId: 0,
    url,
    ...facts,
  };
}

function messageSource({ hasPage = true, handshake }: ConnectionFacts): MessageEventRecord['source'] {
  if (hasPage) return 'page-hook';
  return handshake?.source === 'file' ? 'file' : 'network-log';
}

function stateOf(facts: ConnectionFacts, endAt: number | undefined): ConnectionState {
  if (endAt !== undefined || facts.threw !== undefined || facts.errorAt !== undefined) return 'closed';
  if (facts.closeCall !== undefined) return 'closing';
  return facts.openAt === undefined && !facts.isAlive ? 'connecting' : 'open';
}

// The facts that most tables share: each is what a browser was seen to record.

/** What the page gets for every failed handshake. */
export const FAILED_FOR_PAGE: ConnectionFacts = { errorAt: 100, close: { at: 100, code: 1006 } };
export const STAYS_OPEN: ConnectionFacts = { openAt: 50 };
export const CLOSED_NORMALLY: ConnectionFacts = { openAt: 50, close: { at: 1_000, code: 1000 } };

/** A failed handshake as Chromium 156 records it: its words, and no status. */
export function chromiumFailed(failure: string): ConnectionFacts {
  return { ...FAILED_FOR_PAGE, handshake: { source: 'network-log', failure } };
}

/** A handshake that was answered with something else than 101, as Firefox 153 records it. */
export function firefoxAnswered(status: number, more: Partial<HandshakeEvent> = {}): ConnectionFacts {
  const failure = 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED';
  const responseHeaders: [string, string][] = [['Content-Type', 'text/html']];
  return {
    ...FAILED_FOR_PAGE,
    handshake: { ...more, source: 'web-request', status, failure, responseHeaders },
  };
}

/** A handshake without an answer, as Firefox 153 records it. */
export function firefoxFailed(failure: string): ConnectionFacts {
  return { ...FAILED_FOR_PAGE, handshake: { source: 'web-request', failure } };
}

/** The same connection, of which only the browser knows: a worker's. */
export function withoutPage(facts: ConnectionFacts): ConnectionFacts {
  const { url, handshake, messages } = facts;
  return {
    hasPage: false,
    ...(url === undefined ? {} : { url }),
    ...(handshake === undefined ? {} : { handshake }),
    ...(messages === undefined ? {} : { messages }),
  };
}
