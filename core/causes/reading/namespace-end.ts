import type { Connection } from '../../capture/connection';
import type { Wire } from '../../protocols/wire';
import type { Ruling } from '../cause';
import { found } from './found';
import { pageEvidence } from './page-evidence';
import { namespaceName, serverDisconnect } from './socket-io-connects';
import { whoClosed } from './who-closed';

/**
 * The close that follows a DISCONNECT (41) of the server is the client tidying up: the code says nothing, and the
 * client does not reconnect ("io server disconnect"). Undefined where there was none.
 */
export function namespaceEnd(connection: Connection, wire: Wire): Ruling | undefined {
  const end = serverDisconnect(wire);
  if (end === undefined || whoClosed(connection).by !== 'page') return undefined;
  const { message, namespace } = end;
  const text = `The server sent a Socket.IO DISCONNECT for ${namespaceName(namespace)}`;
  return found([{ source: message.source, timeMs: message.timeMs, text }, ...pageEvidence(connection)], {
    confidence: 'certain',
    severity: 'warning',
    title: 'The Socket.IO server disconnected the client, which then closed the connection',
    next: ['The client will not reconnect by itself after this: call `socket.connect()` if it should.'],
  });
}
