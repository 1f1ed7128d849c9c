import { z } from 'zod';

/** What the schemas of all events are made of. The events themselves stand in event.ts and beside it. */

/** A page may name anything anything: strings longer than these are cut where they are recorded. */
export const URL_LIMIT = 8_192;
export const STACK_LIMIT = 4_096;
/** RFC 6455 section 5.5: a close reason is at most 123 bytes, so anything longer is not one. */
export const REASON_LIMIT = 1_024;
export const ERROR_TEXT_LIMIT = 4_096;

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

export const url = z.string().max(URL_LIMIT);
export const time = z.number();
export const socketId = z.int().nonnegative();
export const sizeBytes = z.int().nonnegative();
/** 0 CONNECTING, 1 OPEN, 2 CLOSING, 3 CLOSED (WHATWG WebSockets, `readyState`). */
export const readyState = z.int().min(0).max(3);

export const common = {
  /** The producer this event came from: a document, a DevTools window's network log, the browser's request log. */
  streamId: z.string().max(200),
  /** Counts up within its stream and source, in the order in which things happened. */
  seq: z.int().nonnegative(),
  timeMs: time,
};
export const fromPage = { ...common, source: z.literal('page-hook') };
export const fromBrowser = { ...common, source: z.enum(['network-log', 'web-request', 'file']) };
