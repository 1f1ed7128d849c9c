import { z } from 'zod';
import { callerFrames } from './caller-frames';

/**
 * Every observed fact is one event. The shapes stand here and nowhere else: all types are inferred from these
 * schemas, and whatever comes from a page, a port or a file passes through `parseEvent` exactly once.
 *
 * Times are milliseconds since the Unix epoch with a fraction, taken from a monotonic clock where there is one
 * (`performance.timeOrigin + performance.now()`), so that times of different frames compare.
 */

/** A page may name anything anything: strings longer than these are cut where they are recorded. */
export const URL_LIMIT = 8_192;
export const STACK_LIMIT = 4_096;
/** RFC 6455 section 5.5: a close reason is at most 123 bytes, so anything longer is not one. */
const REASON_LIMIT = 1_024;
const ERROR_TEXT_LIMIT = 4_096;

/** Who saw it. `file` is what an imported recording says when it does not say more. */
export const sourceSchema = z.enum([
  'page-hook',
  'network-log',
  'web-request',
  'probe',
  'page-lifecycle',
  'file',
]);
export type Source = z.infer<typeof sourceSchema>;

const url = z.string().max(URL_LIMIT);
const time = z.number();
const socketId = z.int().nonnegative();
const sizeBytes = z.int().nonnegative();
/** 0 CONNECTING, 1 OPEN, 2 CLOSING, 3 CLOSED (WHATWG WebSockets, `readyState`). */
const readyState = z.int().min(0).max(3);

const common = {
  /** The producer this event came from: a document, a DevTools window's network log, the browser's request log. */
  streamId: z.string().max(200),
  /** Counts up within its stream and source, in the order in which things happened. */
  seq: z.int().nonnegative(),
  timeMs: time,
};
const fromPage = { ...common, source: z.literal('page-hook') };
const fromBrowser = { ...common, source: z.enum(['network-log', 'web-request', 'file']) };

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
});

/** The document went away (navigation, reload, closed tab) or came back. `persisted`: to or from the back/forward cache. */
const pageHidden = z.object({
  ...common,
  type: z.literal('page-hidden'),
  source: z.literal('page-lifecycle'),
  persisted: z.boolean(),
});
const pageShown = z.object({
  ...common,
  type: z.literal('page-shown'),
  source: z.literal('page-lifecycle'),
  persisted: z.boolean(),
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
  message,
  handshake,
  pageHidden,
  pageShown,
  eventsDropped,
]);

export type HangupEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends HangupEvent['type']> = Extract<HangupEvent, { type: Type }>;
export type MessageEventRecord = EventOf<'message'>;
export type HandshakeEvent = EventOf<'handshake'>;
