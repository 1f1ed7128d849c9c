import type { Connection } from './connection';

/** One attempt of a chain, with the wait since the attempt before it ended (absent on the first). */
export interface Attempt {
  readonly connection: Connection;
  readonly waitMs: number | undefined;
}

/** The attempts of one logical link: the first connection, then every reconnect. */
export interface Chain {
  /** The id of its first connection. */
  readonly id: string;
  /** The address without what changes from attempt to attempt: `wss://host/path?room=7`. */
  readonly endpoint: string;
  readonly conversationId: string | undefined;
  readonly attempts: readonly [Attempt, ...Attempt[]];
}

/** All chains that carry the same conversation id; chains without one stand each for themselves. */
export interface Conversation {
  readonly id: string | undefined;
  readonly chains: readonly [Chain, ...Chain[]];
}
