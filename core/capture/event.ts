import { z } from 'zod';
import { callerFrames } from './caller-frames';
import {
  common,
  ERROR_TEXT_LIMIT,
  fromBrowser,
  fromPage,
  readyState,
  REASON_LIMIT,
  sizeBytes,
  socketId,
  sourceSchema,
  STACK_LIMIT,
  time,
  url,
} from './event-parts';
import * as lifecycle from './lifecycle-event';
import { probe } from './probe-event';

export type { Source } from './event-parts';

/**
 * Every observed fact is one event. The shapes stand here and in the files beside it, and nowhere else: all types are inferred from these
 * schemas, and whatever comes from a page, a port or a file passes through `parseEvent` exactly once.
 *
 * Times are milliseconds since the Unix epoch with a fraction, taken from a monotonic clock where there is one
 * (`performance.timeOrigin + performance.now()`), so that times of different frames compare.
 */

const stack = z.string().max(STACK_LIMIT).transform(callerFrames);

const thrown = z.object({ name: z.string().max(200), message: z.string().max(ERROR_TEXT_LIMIT) });

/** A producer begins: what it reports, and what it is silent about, holds from here on. */
const sourceStarted = z.object({
  ...common,
  type: z.literal('source-started'),
  source: sourceSchema,
  url: url.optional(),
  /** The document is the tab's own, not one of its frames. */
  isTopFrame: z.boolean().optional(),
});

const socketConstructed = z.object({
  ...fromPage,
  type: z.literal('socket-constructed'),
  socketId,
  /**
   * What carries it; absent: a WebSocket. `polling`: an Engine.IO session that began with HTTP requests, seen from its
   * first one on. `webtransport`: metadata alone, its streams are not read.
   */
  transport: z.enum(['websocket', 'polling', 'webtransport']).optional(),
  url,
  protocols: z.array(z.string().max(1_000)).max(100),
  stack: stack.optional(),
});

/** `new WebSocket()` threw: there is no socket and there will be no event. */
const socketConstructorThrew = z.object({
  ...fromPage,
  type: z.literal('socket-constructor-threw'),
  socketId,
  url: url.optional(),
  error: thrown,
  stack: stack.optional(),
});

const socketOpen = z.object({
  ...fromPage,
  type: z.literal('socket-open'),
  socketId,
  protocol: z.string().max(1_000),
  extensions: z.string().max(1_000),
});

const socketError = z.object({ ...fromPage, type: z.literal('socket-error'), socketId, readyState });

const socketClose = z.object({
  ...fromPage,
  type: z.literal('socket-close'),
  socketId,
  code: z.int().min(0).max(65_535),
  reason: z.string().max(REASON_LIMIT),
  wasClean: z.boolean(),
  bufferedAmount: z.number().nonnegative(),
});

/** The page called `close()`; `readyState` is the state before the call. */
const socketCloseCalled = z.object({
  ...fromPage,
  type: z.literal('socket-close-called'),
  socketId,
  readyState,
  code: z.number().optional(),
  reason: z.string().max(REASON_LIMIT).optional(),
  error: thrown.optional(),
  stack: stack.optional(),
});

/** A `send()` that went nowhere: it threw (CONNECTING), or the browser dropped it silently (CLOSING, CLOSED). */
const socketSendFailed = z.object({
  ...fromPage,
  type: z.literal('socket-send-failed'),
  socketId,
  readyState,
  sizeBytes,
  error: thrown.optional(),
});

/**
 * What went over one socket up to here, counted where it happened: the messages themselves may have been dropped since.
 * Sent when the socket closes, when its page is hidden, when somebody begins to watch, and when much waits to be sent.
 */
const socketTraffic = z.object({
  ...fromPage,
  type: z.literal('socket-traffic'),
  socketId,
  messagesIn: sizeBytes,
  /** As `sizeBytes` of messages: text in UTF-16 units. */
  bytesIn: sizeBytes,
  messagesOut: sizeBytes,
  bytesOut: sizeBytes,
  lastInMs: time.optional(),
  lastOutMs: time.optional(),
  /** Bytes that the browser had not sent yet, where it was asked. */
  bufferedAmount: z.number().nonnegative().optional(),
  /** WebTransport: streams that the page created. */
  streamsCreated: sizeBytes.optional(),
});

/** An Engine.IO poll was not answered with 200: the client library gives the session up. */
const pollingFailed = z.object({
  ...fromPage,
  type: z.literal('polling-failed'),
  socketId,
  method: z.enum(['GET', 'POST']),
  /** 0: there was no answer that the page may see (network, CORS, aborted). */
  status: z.int().min(0).max(999),
  /** The answer as the page read it; Engine.IO explains its refusals there. */
  body: z.string().max(ERROR_TEXT_LIMIT).optional(),
  /** The page itself aborted the request. */
  isAborted: z.boolean().optional(),
});

/** A WebTransport session ended: cleanly with the server's or the page's code, or with an error. */
const webTransportClosed = z.object({
  ...fromPage,
  type: z.literal('webtransport-closed'),
  socketId,
  /** `WebTransportCloseInfo`: 32 bits, application-defined, 0 when none was given. Not a WebSocket close code. */
  closeCode: z.int().min(0).max(0xffff_ffff).optional(),
  reason: z.string().max(REASON_LIMIT).optional(),
  error: thrown.optional(),
});

/** All of a stream's messages up to `seq` that were still kept have been handed over: what is missing is gone. */
const payloadRead = z.object({ ...fromPage, type: z.literal('payload-read') });

const message = z.object({
  ...common,
  type: z.literal('message'),
  source: z.enum(['page-hook', 'network-log', 'file']),
  socketId,
  direction: z.enum(['in', 'out']),
  format: z.enum(['text', 'binary']),
  /** The true size on the wire; the body may be cut. For text: UTF-16 units where the page saw it, else bytes. */
  sizeBytes,
  text: z.string().optional(),
  bytes: z.instanceof(Uint8Array).optional(),
  /** The body was longer than what was kept. */
  isCut: z.boolean().optional(),
});

/**
 * What the browser itself recorded of one handshake, and of how the network side of it ended. Firefox's log gives two
 * for each: one at the start, without status, failure and `endedMs`, and one at the end.
 */
const handshake = z.object({
  ...fromBrowser,
  type: z.literal('handshake'),
  /** The producer's own number for this request, in order of start. */
  socketId,
  url,
  /** The document or worker that asked, where the producer knows it. */
  documentUrl: url.optional(),
  startedMs: time.optional(),
  endedMs: time.optional(),
  /** HTTP status of the answer. Absent: there was no answer, or the producer does not say (Chromium refusals). */
  status: z.int().min(100).max(999).optional(),
  responseHeaders: z
    .array(z.tuple([z.string().max(500), z.string().max(8_192)]))
    .max(200)
    .optional(),
  /**
   * The browser's words for why it failed, before or after the handshake. Empty: it failed and the words were
   * withheld (another extension). Absent: no failure was recorded.
   */
  failure: z.string().max(ERROR_TEXT_LIMIT).optional(),
  redirectUrl: url.optional(),
  /** A worker made the socket: no script of Hangup runs there, and no close code can be known. */
  isFromWorker: z.literal(true).optional(),
});

/** Events of this stream were thrown away on purpose, and how many. Nothing is lost in silence. */
const eventsDropped = z.object({
  ...common,
  type: z.literal('events-dropped'),
  source: sourceSchema,
  count: z.int().positive(),
});

export const eventSchema = z.discriminatedUnion('type', [
  sourceStarted,
  socketConstructed,
  socketConstructorThrew,
  socketOpen,
  socketError,
  socketClose,
  socketCloseCalled,
  socketSendFailed,
  socketTraffic,
  pollingFailed,
  webTransportClosed,
  payloadRead,
  message,
  handshake,
  lifecycle.pageHidden,
  lifecycle.pageShown,
  lifecycle.pageVisibility,
  lifecycle.pageFrozen,
  lifecycle.pageResumed,
  lifecycle.pageNavigated,
  lifecycle.networkOnline,
  lifecycle.networkChanged,
  lifecycle.timerGap,
  lifecycle.recordingChanged,
  probe,
  eventsDropped,
]);

export type HangupEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends HangupEvent['type']> = Extract<HangupEvent, { type: Type }>;
export type MessageEventRecord = EventOf<'message'>;
export type HandshakeEvent = EventOf<'handshake'>;
export type ProbeEvent = EventOf<'probe'>;
