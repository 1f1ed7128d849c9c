import type { MessageEventRecord } from '../../capture/event';
import type { SpokenPacket } from '../../protocols/transcript';
import type { Wire } from '../../protocols/wire';

/** A packet about the life of a namespace, with the message that carried it. */
export interface NamespacePacket {
  readonly message: MessageEventRecord;
  readonly type: 'connect' | 'disconnect' | 'connect-error';
  readonly namespace: string;
  /** Of `connect-error`: what the server says; empty: nothing. */
  readonly reason: string;
  readonly data: unknown;
}

const TYPES = new Map<string, NamespacePacket['type']>([
  ['CONNECT', 'connect'],
  ['DISCONNECT', 'disconnect'],
  ['CONNECT_ERROR', 'connect-error'],
]);

/** All CONNECT (40), DISCONNECT (41) and CONNECT_ERROR (44) packets, oldest first. Empty where it is no Socket.IO. */
export function namespacePackets({ protocol, notable }: Wire): readonly NamespacePacket[] {
  return protocol.id === 'socket-io' ? notable.flatMap(toNamespacePacket) : [];
}

function toNamespacePacket({ message, packet }: SpokenPacket): readonly NamespacePacket[] {
  const type = TYPES.get(packet.name);
  if (type === undefined) return [];
  const { channel: namespace = '/', failure, data } = packet;
  return [{ message, type, namespace, reason: failure?.message ?? '', data }];
}

/** Where messages come from in evidence. */
export function namespaceName(namespace: string): string {
  return namespace === '/' ? 'the default namespace' : `the namespace ${namespace}`;
}

/** The last DISCONNECT that the server sent: it ends the namespace, and the client then closes the socket itself. */
export function serverDisconnect(wire: Wire): NamespacePacket | undefined {
  return namespacePackets(wire).findLast(
    ({ message, type }) => type === 'disconnect' && message.direction === 'in',
  );
}
