import { z } from 'zod';
import { common, ERROR_TEXT_LIMIT, time, url } from './event-parts';

/** So much of an answer is kept. */
export const PROBE_BODY_LIMIT = 65_536;

/** One request of a probe and its answer, as far as the browser lets an extension see it. */
const probeStep = z.object({
  method: z.string().max(20),
  url,
  /** Absent: there was no answer that could be read. */
  status: z.int().min(0).max(999).optional(),
  statusText: z.string().max(200).optional(),
  headers: z
    .array(z.tuple([z.string().max(500), z.string().max(8_192)]))
    .max(200)
    .optional(),
  body: z.string().max(PROBE_BODY_LIMIT).optional(),
  isBodyCut: z.boolean().optional(),
  /** Why there was no answer. */
  failure: z.enum(['timeout', 'redirect', 'network', 'refused-port', 'cancelled']).optional(),
  /** The browser's own words for it. */
  failureText: z.string().max(ERROR_TEXT_LIMIT).optional(),
});

/** The user asked the server again, and this is what it said. Not the refused handshake itself: `how` says what was sent. */
export const probe = z.object({
  ...common,
  type: z.literal('probe'),
  source: z.literal('probe'),
  /** The connection that was asked about: `Connection.id`. */
  connectionId: z.string().max(300),
  url,
  how: z.enum(['http-get', 'socket-io-polling']),
  startedMs: time,
  steps: z.array(probeStep).max(10),
});
