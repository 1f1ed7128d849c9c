import type { Connection } from '../../capture/connection';
import type { MessageEventRecord } from '../../capture/event';
import { toPackets } from '../../protocols/reading/engine-io-payload';
import { isEngineIoAddress } from '../../protocols/reading/engine-io-packet';
import { decodeSocketIo, type SocketIoPacket } from '../../protocols/reading/socket-io-packet';

/** A packet about the life of a namespace, with the message that carried it. */
export interface NamespacePacket {
  readonly message: MessageEventRecord;
  readonly packet: Extract<SocketIoPacket, { type: 'connect' | 'disconnect' | 'connect-error' }>;
}

/** All CONNECT (40), DISCONNECT (41) and CONNECT_ERROR (44) packets, oldest first. Empty where it is no Socket.IO. */
export function namespacePackets({ url, messages, pollingSocketId }: Connection): NamespacePacket[] {
  if (!isEngineIoAddress(url)) return [];
  const packets = messages.flatMap((message) => toPackets(message, pollingSocketId));
  return packets.flatMap((message) => {
    // Two characters decide, so that a long capture is not decoded as a whole on every look.
    if (!/^4[014]/.test(message.text?.slice(0, 2) ?? '')) return [];
    const packet = decodeSocketIo(message.text?.slice(1) ?? '', message.isCut);
    if (packet === undefined) return [];
    const isAboutNamespace =
      packet.type === 'connect' || packet.type === 'disconnect' || packet.type === 'connect-error';
    return isAboutNamespace ? [{ message, packet }] : [];
  });
}

/** Where messages come from in evidence. */
export function namespaceName(namespace: string): string {
  return namespace === '/' ? 'the default namespace' : `the namespace ${namespace}`;
}

/** The last DISCONNECT that the server sent: it ends the namespace, and the client then closes the socket itself. */
export function serverDisconnect(connection: Connection): NamespacePacket | undefined {
  return namespacePackets(connection).findLast(
    ({ message, packet }) => packet.type === 'disconnect' && message.direction === 'in',
  );
}
