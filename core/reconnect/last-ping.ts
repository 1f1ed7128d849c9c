import type { Connection } from '../capture/connection';

/** Between the packets of a poll (Engine.IO protocol 4). */
const SEPARATOR = String.fromCharCode(0x1e);

/** When the server's last ping came, or its opening, before this moment (Engine.IO revision 4); undefined: neither did. */
export function lastPingMs({ messages, pollingSocketId }: Connection, beforeMs: number): number | undefined {
  return messages.findLast(({ direction, text, timeMs, socketId }) => {
    if (direction !== 'in' || timeMs > beforeMs || text === undefined) return false;
    return socketId === pollingSocketId ? text.split(SEPARATOR).some(isSign) : isSign(text);
  })?.timeMs;
}

function isSign(packet: string): boolean {
  return packet === '2' || packet.startsWith('0{');
}
