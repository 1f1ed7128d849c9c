import { z } from 'zod';
import type { Packet } from '../protocols/protocol';
import { fieldTestSchema, matchesFields } from './field-test';

/** One packet, as its protocol reads it. Everything that is given must hold. */
export const packetTestSchema = z.strictObject({
  direction: z.enum(['in', 'out']),
  name: z.string().max(200).optional().describe("The protocol's word for the type; of an event, its name."),
  where: z
    .array(fieldTestSchema)
    .max(20)
    .optional()
    .describe('Over what the packet carries. Of a Socket.IO event that is the list of its arguments.'),
});
export type PacketTest = z.infer<typeof packetTestSchema>;

export function matchesPacket(test: PacketTest, packet: Packet, direction: 'in' | 'out'): boolean {
  if (test.direction !== direction) return false;
  if (test.name !== undefined && test.name !== packet.name) return false;
  return matchesFields(test.where, packet.data);
}
