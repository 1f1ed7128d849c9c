import { z } from 'zod';

/**
 * Bundle format, version 1. FROZEN: files like this lie in support tickets for years. The shapes of today's events
 * (core/capture/event.ts) may change; these may not. A change of meaning is a version 2 with a step in migrate.ts.
 * Unknown fields are no error: a newer writer's extras are ignored.
 *
 * Documented for readers and other tools in docs/bundle-format.md.
 */
export const FORMAT = 'hangup-bundle';

const common = { streamId: z.string(), seq: z.number(), timeMs: z.number(), source: z.string() };
const socketId = z.number();
const thrown = z.looseObject({ name: z.string(), message: z.string() });

export const eventV1 = z.discriminatedUnion('type', [
  z.looseObject({
    ...common,
    type: z.literal('source-started'),
    url: z.string().optional(),
    isTopFrame: z.boolean().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-constructed'),
    socketId,
    transport: z.string().optional(),
    url: z.string(),
    protocols: z.array(z.string()),
    stack: z.string().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-constructor-threw'),
    socketId,
    url: z.string().optional(),
    error: thrown,
    stack: z.string().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-open'),
    socketId,
    protocol: z.string(),
    extensions: z.string(),
  }),
  z.looseObject({ ...common, type: z.literal('socket-error'), socketId, readyState: z.number() }),
  z.looseObject({
    ...common,
    type: z.literal('socket-close'),
    socketId,
    code: z.number(),
    reason: z.string(),
    wasClean: z.boolean(),
    bufferedAmount: z.number(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-close-called'),
    socketId,
    readyState: z.number(),
    code: z.number().optional(),
    reason: z.string().optional(),
    error: thrown.optional(),
    stack: z.string().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-send-failed'),
    socketId,
    readyState: z.number(),
    sizeBytes: z.number(),
    error: thrown.optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('socket-traffic'),
    socketId,
    messagesIn: z.number(),
    bytesIn: z.number(),
    messagesOut: z.number(),
    bytesOut: z.number(),
    lastInMs: z.number().optional(),
    lastOutMs: z.number().optional(),
    bufferedAmount: z.number().optional(),
    streamsCreated: z.number().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('polling-failed'),
    socketId,
    method: z.string(),
    status: z.number(),
    body: z.string().optional(),
    isAborted: z.boolean().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('webtransport-closed'),
    socketId,
    closeCode: z.number().optional(),
    reason: z.string().optional(),
    error: thrown.optional(),
  }),
  z.looseObject({ ...common, type: z.literal('payload-read') }),
  z.looseObject({
    ...common,
    type: z.literal('message'),
    socketId,
    direction: z.enum(['in', 'out']),
    format: z.enum(['text', 'binary']),
    sizeBytes: z.number(),
    text: z.string().optional(),
    /** Binary bodies in base64. */
    base64: z.string().optional(),
    isCut: z.boolean().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('handshake'),
    socketId,
    url: z.string(),
    documentUrl: z.string().optional(),
    startedMs: z.number().optional(),
    endedMs: z.number().optional(),
    status: z.number().optional(),
    responseHeaders: z.array(z.tuple([z.string(), z.string()])).optional(),
    failure: z.string().optional(),
    redirectUrl: z.string().optional(),
    isFromWorker: z.literal(true).optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('page-hidden'),
    persisted: z.boolean(),
    navigation: z.string().optional(),
  }),
  z.looseObject({ ...common, type: z.literal('page-shown'), persisted: z.boolean() }),
  z.looseObject({ ...common, type: z.literal('page-visibility'), visibility: z.string() }),
  z.looseObject({ ...common, type: z.literal('page-frozen') }),
  z.looseObject({ ...common, type: z.literal('page-resumed') }),
  z.looseObject({ ...common, type: z.literal('page-navigated'), url: z.string() }),
  z.looseObject({ ...common, type: z.literal('network-online'), isOnline: z.boolean() }),
  z.looseObject({
    ...common,
    type: z.literal('network-changed'),
    connectionType: z.string().optional(),
    effectiveType: z.string().optional(),
  }),
  z.looseObject({
    ...common,
    type: z.literal('timer-gap'),
    expectedMs: z.number(),
    actualMs: z.number(),
    monotonicMs: z.number(),
    visibility: z.string(),
  }),
  z.looseObject({ ...common, type: z.literal('recording-changed'), isOn: z.boolean(), reason: z.string() }),
  z.looseObject({
    ...common,
    type: z.literal('probe'),
    connectionId: z.string(),
    url: z.string(),
    how: z.string(),
    startedMs: z.number(),
    /** One per request: method, url, status, statusText, headers, body, isBodyCut, failure, failureText. */
    steps: z.array(z.looseObject({ method: z.string(), url: z.string() })),
  }),
  z.looseObject({ ...common, type: z.literal('events-dropped'), count: z.number() }),
]);

const listedRedaction = z.looseObject({
  pseudonym: z.string(),
  kind: z.string(),
  count: z.number(),
  places: z.array(z.looseObject({ where: z.string(), count: z.number() })),
});

/** Everything but the events. */
export const headV1 = z.looseObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  /** When it was exported, ISO 8601 with offset. */
  createdAt: z.string(),
  app: z.looseObject({ name: z.string(), version: z.string() }),
  /** The recording browser's user agent string. */
  browser: z.string().optional(),
  /** Of the machine that recorded. */
  environment: z
    .looseObject({
      /** IANA name: `Europe/Berlin`. */
      timeZone: z.string().optional(),
      /** East of UTC, at `createdAt`. */
      utcOffsetMinutes: z.number().optional(),
      language: z.string().optional(),
      platform: z.string().optional(),
      /** In words: what `timeMs` was read from. */
      clock: z.string().optional(),
    })
    .optional(),
  /** What of a tab's recording is in the file. Absent: all of it. */
  scope: z
    .looseObject({
      conversationId: z.string().optional(),
      fromMs: z.number().optional(),
      toMs: z.number().optional(),
      hasBodies: z.boolean(),
    })
    .optional(),
  /** What the recorder could not see, in sentences. */
  unseen: z.array(z.string()).optional(),
  /** The applications that were recognised. `profile`: the whole of one that the user wrote; whoever reads checks it. */
  profiles: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        isOwn: z.boolean(),
        profile: z.unknown().optional(),
      }),
    )
    .optional(),
  /** Secrets were replaced before this was written. */
  isRedacted: z.boolean(),
  /** Secrets that the user chose to leave in. */
  keptSecrets: z.number().optional(),
  /** Events that were thrown away before the export. */
  droppedEvents: z.number(),
  /** What was taken out, under the names that stand in its place. */
  redactions: z.array(listedRedaction).optional(),
});

export const bundleV1 = headV1.extend({ events: z.array(eventV1) });

export type HeadV1 = z.infer<typeof headV1>;
export type EventV1 = z.infer<typeof eventV1>;
