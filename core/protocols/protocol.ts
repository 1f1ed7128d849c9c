import type { MessageEventRecord } from '../capture/event';
import type { Retry } from '../close-codes/registered';

/** What is known of a connection before anything in it is interpreted. */
export interface Opening {
  readonly url: string;
  /** Subprotocols that the client offered, in its order. */
  readonly offered: readonly string[];
  /** The one that the server took; empty: none. */
  readonly accepted: string;
  /** The first messages of either direction, oldest first; at most `FIRST_MESSAGES`. */
  readonly firstMessages: readonly MessageEventRecord[];
  /** The socketId of messages that are bodies of Engine.IO polls; undefined: there are none. */
  readonly pollingSocketId: number | undefined;
}
/** Enough for every protocol here to show itself; more would let a chat about a protocol pass for it. */
export const FIRST_MESSAGES = 8;

/**
 * How sure it is that a protocol is spoken: `certain` by a registered subprotocol, or an address or first frame that
 * nothing else uses; `likely` by the shape of the first messages alone.
 */
export type Recognition = 'certain' | 'likely' | undefined;

/**
 * What a packet is for, in every protocol alike.
 * `ping`, `pong`: a heartbeat and its answer. `keep-alive`: a heartbeat that nobody answers.
 * `control`: the protocol's own business (opening, joining, acknowledging). `request`, `response`: a call and its answer.
 * `event`: something that one side tells. `error`: a failure that one side tells. `end`: one side ends the connection,
 * or a part of it, in words. `data`: content that the protocol says nothing of.
 */
export type PacketKind =
  'ping' | 'pong' | 'keep-alive' | 'control' | 'request' | 'response' | 'event' | 'error' | 'end' | 'data';

/** A failure in the protocol's own words. */
export interface Failure {
  /** What the protocol numbers or names it by, as text: "4401", "unauthorized", "-32601". Looked up in `failures`. */
  readonly code?: string;
  /** What the sender says of it; empty where it says nothing. */
  readonly message: string;
  /** What the packet itself says of trying again, such as `"reconnect": false`. */
  readonly retry?: Retry;
}

/** One unit of a protocol, as far as a person or a diagnosis needs it. */
export interface Packet {
  readonly kind: PacketKind;
  /** The protocol's own word for the type: "connection_ack", "CONNECT", "phx_join". */
  readonly name: string;
  /** One line as a person would say it, in lower case unless a name is not: `event chat`, `CONNECT refused: no token`. */
  readonly summary: string;
  /** By this an answer from the other side names this packet. */
  readonly callId?: string;
  /** The `callId` of the packet that this one answers. */
  readonly replyTo?: string;
  /** The sender's own id of what it delivers: a packet with the same one is the same, sent again. */
  readonly deliveryId?: string;
  /** Of `error` always; of others where they are one. */
  readonly failure?: Failure;
  /** Room, topic, namespace, destination or subscription that it belongs to. */
  readonly channel?: string;
  /** What it carries, parsed, where it was parsed. From a stranger: of any shape. */
  readonly data?: unknown;
}

/**
 * What a protocol makes of one message: `not-mine` (plain data, or another protocol's), `unreadable` (it should be
 * mine and breaks my rules, or cannot be read from here: cut, compressed, encrypted), or its packets, at least one.
 */
export type Decoding = 'not-mine' | 'unreadable' | readonly [Packet, ...Packet[]];

export interface Reading {
  readonly decoding: Decoding;
  /** Reads the message that follows. */
  readonly next: Reader;
}

/**
 * Reads the messages of one connection, oldest first. A value: `read` changes nothing and gives the same answer each
 * time, so that any message can be read again later by the reader that came to it. What a protocol remembers from
 * message to message (a version, attachments to come, half a packet) is in `next`.
 */
export interface Reader {
  /** Never throws, never loops, and takes time in proportion to the message: messages come from strangers. */
  read(message: MessageEventRecord): Reading;
}

/** A close code, or a range of them, as this protocol means it. */
export interface ProtocolCloseCode {
  readonly from: number;
  /** Last of the range; absent: `from` alone. */
  readonly to?: number;
  readonly meaning: string;
  readonly retry: Retry;
  /** Who sends it, where only one side does. */
  readonly by?: 'server' | 'client';
}

/** A failure that packets of this protocol can tell of. */
export interface KnownFailure {
  /** As in `Failure.code`. */
  readonly code: string;
  readonly meaning: string;
  readonly retry: Retry;
}

export interface Heartbeat {
  readonly sentBy: 'client' | 'server' | 'both';
  /** Usual time between two. `negotiated`: the peers tell each other in the opening. */
  readonly everyMs: number | 'negotiated' | 'not-set';
  /** Silence after which a side takes the other for dead. */
  readonly deadAfterMs: number | 'negotiated' | 'not-set';
  /** A sentence: what is sent, what answers it, what happens without. */
  readonly note: string;
}

/** How the usual client of a protocol comes back by itself. */
export interface ReconnectPolicy {
  /** Name of the client, with the version whose source was read where that is known. */
  readonly client: string;
  /** Waits in the order of the attempts, the last one repeated; or growing by a factor up to a limit. */
  readonly waits:
    | { readonly kind: 'list'; readonly ms: readonly number[] }
    | {
        readonly kind: 'growing';
        readonly firstMs: number;
        readonly factor: number;
        readonly maxMs: number;
      }
    | { readonly kind: 'never' };
  /** Share of a wait by which chance changes it, 0 to 1; 1 also stands for "anything up to the wait". */
  readonly jitter: number;
  /** What chance adds to each wait beside that, from and to, in milliseconds. */
  readonly addedMs?: readonly [from: number, to: number];
  /** Attempts before it gives up; undefined: it never does. */
  readonly attempts: number | undefined;
  /** A sentence: what it does not reconnect after, and whatever else is special. */
  readonly note: string;
}

/** One protocol on top of WebSocket messages: how to know it, how to read it, and what its signs mean. */
export interface Protocol {
  /** Permanent; the file and the docs page are named after it. */
  readonly id: string;
  /** The name that people know it by. */
  readonly name: string;
  /** In words: what `recognise` looks at. */
  readonly recognisedBy: string;
  /** In words: what `Packet`s come out. */
  readonly decodes: string;
  readonly recognise: (opening: Opening) => Recognition;
  /** Begins to read a connection; the reader gets all its messages, the first ones included. */
  readonly open: (opening: Opening) => Reader;
  readonly closeCodes: readonly ProtocolCloseCode[];
  readonly failures: readonly KnownFailure[];
  readonly heartbeat: Heartbeat | undefined;
  readonly reconnects: readonly ReconnectPolicy[];
  /** What its tests ran against: "graphql-ws 6.4.2 (server and client)", or "samples from the specification". */
  readonly testedWith: readonly string[];
}
