import type { Connection } from '../capture/connection';
import { namespacePackets, type NamespacePacket } from '../causes/reading/socket-io-connects';
import { revisionOf } from '../protocols/reading/engine-io-packet';
import type { Wire } from '../protocols/wire';
import type { ClientReport } from './client-report';
import { socketIoEnd } from './socket-io-end';

/** In the order in which the namespaces were joined; empty: it is no Socket.IO, or there is nothing to tell so far. */
export function socketIoReports(connection: Connection, wire: Wire): readonly ClientReport[] {
  if (wire.protocol.id !== 'socket-io') return [];
  const isSecond = revisionOf(connection.url) === 3;
  const namespaces = leftOrNot(namespacePackets(wire), isSecond);
  const end = socketIoEnd(connection, wire);
  if (namespaces.size === 0) return end === undefined ? [] : [{ namespace: undefined, ...end }];
  return [...namespaces].flatMap(([namespace, left]): ClientReport[] => {
    const told = left === 'in' ? end : left;
    return told === undefined ? [] : [{ namespace, ...told }];
  });
}

/** `in`: the client is in the namespace, or has asked for it, and hears of the connection's end. */
function leftOrNot(
  packets: readonly NamespacePacket[],
  isSecond: boolean,
): ReadonlyMap<string, 'in' | Omit<ClientReport, 'namespace'>> {
  const namespaces = new Map<string, 'in' | Omit<ClientReport, 'namespace'>>();
  for (const packet of packets) namespaces.set(packet.namespace, isLeft(packet, isSecond));
  return namespaces;
}

function isLeft({ type, reason, message }: NamespacePacket, isSecond: boolean) {
  switch (type) {
    case 'connect':
      return 'in';
    case 'disconnect': {
      const told = message.direction === 'in' ? 'io server disconnect' : 'io client disconnect';
      return { event: 'disconnect', reason: told, retrying: 'never', confidence: 'certain' } as const;
    }
    case 'connect-error':
      // Version 2 stays subscribed, and joins again when the next connection opens.
      return isSecond
        ? ({ event: 'error', reason, retrying: 'with-next-connection', confidence: 'certain' } as const)
        : ({ event: 'connect_error', reason, retrying: 'never', confidence: 'certain' } as const);
  }
}
