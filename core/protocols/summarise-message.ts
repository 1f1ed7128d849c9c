import type { MessageEventRecord } from '../capture/event';
import { engineIo } from './engine-io';
import { toPackets } from './engine-io-payload';
import type { Protocol } from './protocol';
import { socketIo } from './socket-io';

/** One line of a list: longer texts end in an ellipsis. */
const PREVIEW_LENGTH = 200;

/** The inner protocol first: an Engine.IO message says less than the Socket.IO packet in it. */
const protocols: readonly Protocol<unknown>[] = [socketIo, engineIo];

/**
 * One line that says what a message is: its packet where a known protocol is spoken at this address ("event chat",
 * "ping"), else the beginning of its text, else its kind and size ("binary, 12 bytes").
 */
export function summariseMessage(message: MessageEventRecord, url: string): string {
  // One body of an HTTP poll may hold several packets.
  const packets = engineIo.isSpokenAt(url) ? toPackets(message) : [message];
  return preview(packets.map((packet) => summarisePacket(packet, url)).join(' · '));
}

function summarisePacket(message: MessageEventRecord, url: string): string {
  for (const protocol of protocols) {
    if (!protocol.isSpokenAt(url)) continue;
    const decoded = protocol.decode(message);
    if (decoded === 'unreadable') return `unreadable as ${protocol.name}: ${plainSummary(message)}`;
    if (decoded !== 'not-mine') return decoded.summary;
  }
  return plainSummary(message);
}

function plainSummary(message: MessageEventRecord): string {
  const { format, sizeBytes, text } = message;
  if (text !== undefined) return text === '' ? 'empty text' : text;
  return format === 'binary' ? `binary, ${sizeBytes} bytes` : `text, ${sizeBytes} bytes, not kept`;
}

function preview(text: string): string {
  const line = text
    .slice(0, 2 * PREVIEW_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH - 1)}…` : line;
}
