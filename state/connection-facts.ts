import { hasPageHalf } from '../core/capture/connection';
import type { Connection } from '../core/capture/connection';
import { didOpen } from '../core/causes/reading/opened';
import { whoClosed } from '../core/causes/reading/who-closed';

/** Who ended it, as far as the page's half tells; undefined: there was nothing to close, or nobody could see. */
export function closedBy(connection: Connection): string | undefined {
  const { close, constructorThrew, pageGone } = connection;
  if (constructorThrew !== undefined) return 'Nobody: the constructor threw';
  const closer = whoClosed(connection);
  if (closer.by === 'page') return 'The page, with close()';
  if (close === undefined) return pageGone === undefined ? undefined : 'The page went away';
  if (!didOpen(connection)) return undefined;
  // A clean close began with a Close frame, and what the page did not ask for is the server's.
  return close.wasClean ? 'The server' : 'Nobody: no Close frame came';
}

/** Which half of the story is not there, and what cannot be known for that reason. */
export function missingHalf(connection: Connection): string | undefined {
  if (!hasPageHalf(connection)) {
    return 'The page’s half is missing: close code, reason and who closed are not known. Reload the page to record it.';
  }
  if (connection.handshake !== undefined || connection.endedMs === undefined) return undefined;
  if (connection.constructorThrew !== undefined) return undefined;
  return connection.browserLogWatched
    ? 'The browser logged nothing about this connection.'
    : 'The browser’s half is missing: its log was not watched when this ended. Keep this panel open and try again.';
}
