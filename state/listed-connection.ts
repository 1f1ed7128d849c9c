import type { Connection } from '../core/capture/connection';
import type { MessageEventRecord } from '../core/capture/event';
import type { AskedConnection } from '../core/find/query-test';
import type { Transcript } from '../core/protocols/transcript';
import { transcriptOf } from '../core/protocols/wire';

/** A connection whose messages are listed, and where it belongs. */
export interface ListedConnection {
  readonly connection: Connection;
  readonly chainId: string;
  readonly conversationId: string | undefined;
  /** From 1, in its chain. */
  readonly attempt: number;
  readonly attemptCount: number;
}

/** One message of a list, with what is known of it. */
export interface ListEntry {
  readonly listed: ListedConnection;
  readonly transcript: Transcript;
  /** Place in the connection's messages. */
  readonly index: number;
  readonly message: MessageEventRecord;
}

/** What a filter may ask of the connection. */
export function toAskedConnection(
  { connection, conversationId }: ListedConnection,
  isPinned: (message: MessageEventRecord) => boolean,
): AskedConnection {
  const transcript = transcriptOf(connection);
  return {
    protocolId: transcript.protocol.id,
    protocolName: transcript.protocol.name,
    conversationId,
    url: connection.url,
    codes: codesOf(connection),
    facts: transcript.facts,
    decodingAt: (index) => transcript.decodingAt(index),
    callAt: (index) => transcript.callAt(index),
    isPinned,
  };
}

export function codesOf({ close, handshake }: Connection): readonly string[] {
  return [close?.code, handshake?.status].filter((code) => code !== undefined).map(String);
}
