import type { MessageEventRecord } from '../../capture/event';
import { plainSummary } from '../opaque';
import type { Decoding } from '../protocol';

/** One line of a list: longer texts end in an ellipsis. */
const PREVIEW_LENGTH = 200;

/** One line that says what a message is, from what its protocol made of it. */
export function packetSummary(decoding: Decoding, message: MessageEventRecord, protocolName: string): string {
  // Who has only the beginning of a body cannot say that it is wrong.
  if (decoding === 'not-mine' || (decoding === 'unreadable' && message.isCut === true))
    return preview(plainSummary(message));
  if (decoding === 'unreadable') return preview(`unreadable as ${protocolName}: ${plainSummary(message)}`);
  // One body of an HTTP poll may hold several packets.
  return preview(decoding.map(({ summary }) => summary).join(' · '));
}

function preview(text: string): string {
  const line = text
    .slice(0, 2 * PREVIEW_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH - 1)}…` : line;
}
