import { z } from 'zod';
import { fieldPath } from './field-test';
import { packetTestSchema } from './packet-test';
import { signSchema } from './sign';
import { urlTestSchema } from './url-test';

const parameterName = z.string().min(1).max(100);
/** Ids that are none: `task-` in front of the id of something else. */
const unlessStartsWith = z.string().min(1).max(100).optional();

/** Where an application puts the id of a conversation. */
const locationSchema = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('query'), name: parameterName, unlessStartsWith }),
  /** The path segment after these fixed ones, e.g. `/sockets/events/` + id. */
  z.strictObject({ in: z.literal('path'), after: z.string().min(1).max(200), unlessStartsWith }),
  /** The same in the address of the page, for sockets that the profile recognises. */
  z.strictObject({ in: z.literal('page-path'), after: z.string().min(1).max(200), unlessStartsWith }),
  /** In one of the first messages, for sockets that the profile recognises. */
  z.strictObject({ in: z.literal('packet'), packet: packetTestSchema, at: fieldPath, unlessStartsWith }),
]);
export type IdLocation = z.infer<typeof locationSchema>;

const eventIdsSchema = z.strictObject({
  packet: packetTestSchema,
  at: fieldPath,
  order: z
    .enum(['counting', 'unordered'])
    .describe('`counting`: whole numbers that grow. `unordered`: UUIDs and the like.'),
  resume: z
    .strictObject({ name: parameterName, says: z.enum(['id', 'time']) })
    .optional()
    .describe('Query parameter in which the client says which event it had last; `since`: it says a time.'),
  replaysWith: z
    .array(urlTestSchema)
    .max(10)
    .optional()
    .describe(
      'Query parameter with which the client asks for everything again: then repetition is as it should be.',
    ),
});
export type EventIds = z.infer<typeof eventIdsSchema>;

const historySchema = z.discriminatedUnion('kind', [
  /** What comes before the answer to this request is repeated from before. */
  z.strictObject({ kind: z.literal('before-answer'), packet: z.string().max(200) }),
  /** What is older than the server's own clock, as it stands in this packet. */
  z.strictObject({
    kind: z.literal('older-than'),
    clock: packetTestSchema,
    clockAt: fieldPath,
    at: fieldPath,
  }),
]);

const clientSchema = z.strictObject({
  name: z.string().min(1).max(100),
  address: urlTestSchema,
  retries: z
    .string()
    .min(3)
    .max(500)
    .describe('A sentence: when it tries again, how often, and what it does not try again after.'),
  waitMs: z
    .strictObject({ atLeast: z.number().min(0), atMost: z.number().min(0) })
    .optional()
    .describe('Usual wait before the next attempt; absent: it makes none.'),
});

/**
 * What Hangup knows of one application, as data: a profile never runs code. Version 1.
 */
export const profileSchema = z.strictObject({
  $schema: z
    .string()
    .max(500)
    .optional()
    .describe('Where the JSON Schema lies: editors complete and check by it. Hangup reads it from nowhere.'),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use lower-case letters, digits and hyphens.'),
  name: z.string().min(1).max(100),
  recognise: z
    .array(urlTestSchema)
    .min(1)
    .max(50)
    .describe("One of these must fit a socket's address, or the profile has nothing to say of it."),
  conversationId: z.array(locationSchema).max(20),
  volatileParameters: z
    .array(parameterName)
    .max(100)
    .describe('Query parameters that differ between attempts of the same link.'),
  sharedParameters: z
    .array(parameterName)
    .max(20)
    .optional()
    .describe(
      'Query parameters whose value is one conversation’s own. A socket that carries it while another one of its document does belongs to the conversation of that one, whatever its own id: a sub-conversation.',
    ),
  secrets: z
    .array(parameterName)
    .max(200)
    .optional()
    .describe('Names of parameters, headers and fields whose values are secret, whatever their case.'),
  eventIds: z.array(eventIdsSchema).max(10).optional(),
  replayEnd: packetTestSchema.optional().describe('The last packet of a replay on joining.'),
  history: z.array(historySchema).max(10).optional(),
  clients: z.array(clientSchema).max(20).optional(),
  signs: z.array(signSchema).max(500),
});
export type Profile = z.infer<typeof profileSchema>;
