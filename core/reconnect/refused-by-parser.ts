import type { Connection } from '../capture/connection';
import { transcriptOf } from '../protocols/wire';

/**
 * The client closed in the middle of a message that its parsers do not take; undefined: it did not. Its close is then
 * the very next record, because it comes from the message's own listener.
 *
 * @param seq of the client's close
 */
export function refusedByParser(
  connection: Connection,
  seq: number,
): 'parse error' | 'transport error' | undefined {
  const { messages } = connection;
  const index = messages.findLastIndex((message) => message.seq === seq - 1 && message.direction === 'in');
  const message = messages[index];
  if (message === undefined) return undefined;
  const decoding = transcriptOf(connection).decodingAt(index);
  if (decoding === 'unreadable') {
    // Engine.IO's parser comes first: it knows the types 0 to 6, and base64 as "b".
    return message.text === undefined || /^[0-6b]/.test(message.text) ? 'parse error' : 'transport error';
  }
  // Binary data that no packet has announced.
  const isStray =
    message.format === 'binary' &&
    typeof decoding === 'object' &&
    decoding.some(({ name }) => name === 'message');
  return isStray ? 'parse error' : undefined;
}
