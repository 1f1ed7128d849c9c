import type { Connection } from '../../capture/connection';

/**
 * The socket reached OPEN. The page's word counts more than the status: Firefox records 101 for an answer whose
 * headers are wrong as well, and the page then never gets `open`.
 */
export function didOpen(connection: Connection): boolean {
  if (connection.open !== undefined || connection.messages.length > 0) return true;
  return !didEndForPage(connection) && connection.handshake?.status === 101;
}

/** The page got an `error` or `close` event. */
export function didEndForPage({ close, error }: Connection): boolean {
  return close !== undefined || error !== undefined;
}

/** `error` came before `close`: the browser was required to fail the connection (WHATWG WebSockets). */
export function hadErrorFirst({ error, close }: Connection): boolean {
  return error !== undefined && (close === undefined || error.seq < close.seq);
}
