import type { MessageEventRecord } from '../capture/event';

/**
 * What a protocol makes of one message: `not-mine` (another protocol's, or plain data), `unreadable` (it should be
 * mine and breaks my rules, which a client of the protocol calls a parse error), or the packet with one line that
 * says what it is.
 */
export type Decoding<Packet> =
  'not-mine' | 'unreadable' | { readonly packet: Packet; readonly summary: string };

/** One protocol on top of WebSocket messages. */
export interface Protocol<Packet> {
  readonly id: string;
  /** The name that people know it by. */
  readonly name: string;
  /** The address alone says that this protocol is spoken here. */
  readonly isSpokenAt: (url: string) => boolean;
  /** Never throws, whatever the text: messages come from strangers. */
  readonly decode: (message: MessageEventRecord) => Decoding<Packet>;
}
