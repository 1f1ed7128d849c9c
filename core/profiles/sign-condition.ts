import { z } from 'zod';
import { fieldPath, fieldTestSchema } from './field-test';
import { packetTestSchema } from './packet-test';
import { textTestSchema } from './text-test';
import { urlTestSchema } from './url-test';

const ms = z.number().min(0).max(86_400_000);
const closeCode = z.int().min(1000).max(4999);
const status = z.int().min(100).max(999);
const within = z.strictObject({ atLeast: ms.optional(), atMost: ms.optional() });

/** What is seen when a sign shows. */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** The server refuses to let the client in, in a packet: CONNECT_ERROR, connection_error. */
  z.strictObject({
    kind: z.literal('refusal'),
    message: textTestSchema,
    namespace: textTestSchema.optional(),
  }),
  /** The request to be let in is never answered. */
  z.strictObject({
    kind: z.literal('unanswered'),
    /** The protocol's word for the request: CONNECT. */
    packet: z.string().max(200),
    afterMs: ms,
    address: urlTestSchema.optional(),
    /** How far the replay of events had come. `whole`: up to a packet that `replayEnd` of the profile describes. */
    replay: z.enum(['none', 'part', 'whole']).optional(),
  }),
  /** The server ends the client's membership, while the connection stays. */
  z.strictObject({
    kind: z.literal('disconnect'),
    /** The protocol's word for it: DISCONNECT. Absent: any packet that ends something. */
    packet: z.string().max(200).optional(),
    /** Shortly before it came this. */
    after: z.strictObject({ packet: packetTestSchema, withinMs: ms }).optional(),
    /** The packet breaks the protocol, and its raw text is this. */
    unreadable: textTestSchema.optional(),
  }),
  /** The connection was opened and then closed by the other side. */
  z.strictObject({
    kind: z.literal('close'),
    codes: z.array(closeCode).min(1).max(50),
    reason: textTestSchema.optional(),
    address: urlTestSchema.optional(),
    openForMs: within.optional(),
    /** False: nothing had been received. */
    hasReceived: z.boolean().optional(),
    hasSent: z.boolean().optional(),
    /** The last thing that went out was this, this shortly before the end. */
    lastSent: z.strictObject({ largerThanChars: z.int().min(0), withinMs: ms }).optional(),
    hasUnansweredPing: z.literal(true).optional(),
  }),
  /** There was no connection: the server, or the network, said no before. */
  z.strictObject({
    kind: z.literal('handshake'),
    statuses: z.array(status).max(100).optional(),
    failures: z
      .array(
        z.enum(['refused', 'name-not-resolved', 'tls', 'connection-lost', 'network', 'invalid-response']),
      )
      .optional(),
    /** The browser's own words of the failure. */
    text: textTestSchema.optional(),
    address: urlTestSchema.optional(),
    /** The last word of the path is a UUID, dashed or not. */
    endsInUuid: z.boolean().optional(),
  }),
  /** A packet says it. */
  z.strictObject({
    kind: z.literal('event'),
    packet: packetTestSchema,
    /** A later packet that says that it is over. */
    over: packetTestSchema.optional(),
    /** It describes how things stand: also where it is repeated on joining, it is no history. */
    isState: z.boolean().optional(),
    /** Where its own words stand. */
    messageAt: fieldPath.optional(),
  }),
  /** The page did something, and the server did not repeat it to all, as it always does. */
  z.strictObject({
    kind: z.literal('no-echo'),
    action: packetTestSchema,
    echo: packetTestSchema,
    /** Any of these in between is an answer too. */
    orElse: packetTestSchema.optional(),
    afterMs: ms,
  }),
  /** Since this packet nothing but heartbeats came. */
  z.strictObject({
    kind: z.literal('silence'),
    since: packetTestSchema,
    forMs: ms,
  }),
  /** The address itself says that something is wrong. */
  z.strictObject({ kind: z.literal('address'), address: urlTestSchema }),
  /** The server was asked again, or polled, and answered this. */
  z.strictObject({
    kind: z.literal('answer'),
    statuses: z.array(status).max(100).optional(),
    body: textTestSchema.optional(),
    where: z.array(fieldTestSchema).max(20).optional(),
  }),
  /** Ids of events over all attempts of a chain. `skipped`: counting ids left some out. */
  z.strictObject({
    kind: z.literal('event-ids'),
    problem: z.enum(['rewound', 'reset', 'lost', 'stale-anchor', 'repeated', 'skipped']),
  }),
  /** Two live sockets of one conversation in one page. */
  z.strictObject({ kind: z.literal('twin'), withinMs: ms }),
]);
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionKind = Condition['kind'];
export type ConditionOf<Kind extends ConditionKind> = Extract<Condition, { kind: Kind }>;
