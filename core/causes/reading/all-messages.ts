import type { Connection } from '../../capture/connection';

/**
 * All messages that went over the connection are here: what is not among them never was. False while the page still
 * keeps some, and where some were dropped to bound memory.
 */
export function hasAllMessages({ traffic, missingMessages = 0, messages }: Connection): boolean {
  if (missingMessages > 0) return false;
  return traffic === undefined || traffic.messagesIn + traffic.messagesOut <= messages.length;
}
