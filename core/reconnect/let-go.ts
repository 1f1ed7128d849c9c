import { namespacePackets } from '../causes/reading/socket-io-connects';
import { pageCloseCall, type Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';

/**
 * The last word about membership was a refusal (44) or a DISCONNECT (41), and then the page closed: after that
 * socket.io-client never comes back by itself ("io server disconnect", `connect_error` with `active` false).
 */
export function wasLetGo(connection: Connection, wire: Wire): boolean {
  if (!didPageEnd(connection)) return false;
  // Of a parse error the last packet that can be read is another one: after that the client does come back.
  const last = namespacePackets(wire).at(-1);
  return last !== undefined && last.type !== 'connect';
}

/** By `close()`; a session that still polls, by Engine.IO's CLOSE packet or by giving its request up. */
function didPageEnd(connection: Connection): boolean {
  const { sessionEnd, pollingFailures } = connection;
  return (
    pageCloseCall(connection) !== undefined ||
    sessionEnd?.direction === 'out' ||
    pollingFailures.some(({ isAborted }) => isAborted === true)
  );
}
