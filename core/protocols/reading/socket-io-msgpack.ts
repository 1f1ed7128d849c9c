import { PacketType } from 'socket.io-parser';
import type { MessageEventRecord } from '../../capture/event';
import { fieldsOf, numberOf, textOf } from './json-fields';
import { parseMsgpack } from './msgpack';
import { toSocketIoPacket, type SocketIoPacket } from './socket-io-packet';

/** A packet of `socket.io-msgpack-parser`: one MessagePack map `{type, nsp, data, id}`; undefined: something else. */
export function decodeMsgpack({ bytes, isCut }: MessageEventRecord): SocketIoPacket | undefined {
  if (bytes === undefined || isCut === true || !isMap(bytes[0] ?? 0)) return undefined;
  // Where it is none: an attachment without its event, or the page's own bytes.
  const fields = fieldsOf(parseMsgpack(bytes)?.value);
  const type = numberOf(fields?.get('type'));
  const nsp = textOf(fields?.get('nsp'));
  if (fields === undefined || nsp === undefined || type === undefined) return undefined;
  const typed = PACKET_TYPES[type];
  if (typed === undefined) return undefined;
  const id = numberOf(fields.get('id'));
  return toSocketIoPacket({ type: typed, nsp, data: fields.get('data'), ...(id !== undefined && { id }) });
}

/** By their numbers. BINARY_EVENT was written so in revision 2 alone: MessagePack holds bytes itself. */
const PACKET_TYPES: readonly PacketType[] = [
  PacketType.CONNECT,
  PacketType.DISCONNECT,
  PacketType.EVENT,
  PacketType.ACK,
  PacketType.CONNECT_ERROR,
  PacketType.EVENT,
];
/** A fixmap with its size in the byte, or a map16. */
function isMap(byte: number): boolean {
  return (byte & 0xf0) === 0x80 || byte === 0xde;
}
