import { z } from 'zod';

/**
 * What Hangup knows of one application, as data: a profile never runs code. Version 1 says where the application
 * puts its conversation ids and what in its addresses changes from one attempt to the next.
 */
const locationSchema = z.discriminatedUnion('in', [
  z.object({ in: z.literal('query'), name: z.string().min(1).max(100) }),
  /** The path segment after these fixed ones, e.g. `/sockets/events/` + id. */
  z.object({ in: z.literal('path'), after: z.string().min(1).max(200) }),
]);
export type IdLocation = z.infer<typeof locationSchema>;

export const profileSchema = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1).max(100),
  conversationId: z.array(locationSchema).max(20),
  /** Query parameters that differ between attempts of the same link. */
  volatileParameters: z.array(z.string().max(100)).max(100),
});
export type Profile = z.infer<typeof profileSchema>;
