import { Decoder, PacketType, type Packet as ParsedPacket } from 'socket.io-parser';
import type { Decoding, Protocol } from './protocol';
import { engineIo, isEngineMessage } from './engine-io';

/** A Socket.IO packet (protocol 5), as far as a diagnosis needs it. `namespace` is "/" for the default one. */
export type SocketIoPacket =
  | { readonly type: 'connect'; readonly namespace: string }
  | { readonly type: 'disconnect'; readonly namespace: string }
  /** `reason` is the server's own word; servers send it as `{"message": ...}` or as a bare string. */
  | {
      readonly type: 'connect-error';
      readonly namespace: string;
      readonly reason: string;
      readonly data: unknown;
    }
  | {
      readonly type: 'event';
      readonly namespace: string;
      readonly event: string;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'ack'; readonly namespace: string; readonly ackId: number | undefined };

/** Socket.IO over Engine.IO. Binary attachments stay messages of their own: they are not put back together. */
export const socketIo: Protocol<SocketIoPacket> = {
  id: 'socket-io',
  name: 'Socket.IO',
  isSpokenAt: engineIo.isSpokenAt,
  decode(message) {
    if (!isEngineMessage(message)) return 'not-mine';
    const decoded = engineIo.decode(message);
    if (typeof decoded === 'string') return decoded;
    const { packet } = decoded;
    if (packet.type !== 'message') return 'not-mine';
    try {
      return message.isCut ? decodeCut(packet.text) : decodeText(packet.text);
    } catch (problem) {
      // JSON nested so deeply that walking it overflows the stack: it parses, and no more can be done with it.
      if (problem instanceof RangeError) return 'unreadable';
      throw problem;
    }
  },
};

function decodeText(text: string): Decoding<SocketIoPacket> {
  // The parser reads nothing as CONNECT, because `Number('')` is 0; a client stops at it with "parse error".
  if (text === '') return 'unreadable';
  // BINARY_EVENT (5) and BINARY_ACK (6) are EVENT and ACK with a count of attachments. The parser would hold them
  // back until the attachments came, so the count is taken off.
  const binary = /^([56])\d+-/.exec(text);
  const plain = binary ? `${binary[1] === '5' ? '2' : '3'}${text.slice(binary[0].length)}` : text;
  const parsed = parse(plain);
  if (parsed === undefined) return 'unreadable';
  const packet = toPacket(parsed);
  return packet === undefined ? 'unreadable' : { packet, summary: summarise(packet) };
}

function parse(text: string): ParsedPacket | undefined {
  let parsed: ParsedPacket | undefined;
  const decoder = new Decoder();
  decoder.on('decoded', (packet) => {
    parsed = packet;
  });
  try {
    decoder.add(text);
  } catch {
    // The parser's way to say that the packet breaks the protocol; a client would end with "parse error" here.
    return undefined;
  }
  return parsed;
}

function toPacket(parsed: ParsedPacket): SocketIoPacket | undefined {
  // Protocol 4 (Socket.IO 2) sends a query along with the namespace: `/admin?token=...`.
  const namespace = parsed.nsp.replace(/\?.*$/s, '');
  const data: unknown = parsed.data;
  switch (parsed.type) {
    case PacketType.CONNECT:
      return { type: 'connect', namespace };
    case PacketType.DISCONNECT:
      return { type: 'disconnect', namespace };
    case PacketType.CONNECT_ERROR:
      return { type: 'connect-error', namespace, ...refusal(data) };
    case PacketType.EVENT: {
      if (!Array.isArray(data)) return undefined;
      const fields: readonly unknown[] = data;
      return { type: 'event', namespace, event: String(fields[0]), args: fields.slice(1) };
    }
    case PacketType.ACK:
      return { type: 'ack', namespace, ackId: parsed.id };
    case PacketType.BINARY_EVENT:
    case PacketType.BINARY_ACK:
      return undefined;
  }
}

function refusal(data: unknown): { reason: string; data: unknown } {
  if (typeof data === 'string') return { reason: data, data: undefined };
  if (typeof data !== 'object' || data === null) return { reason: '', data: undefined };
  const fields = new Map<string, unknown>(Object.entries(data));
  const message = fields.get('message');
  return { reason: typeof message === 'string' ? message : JSON.stringify(data), data: fields.get('data') };
}

/** A body that was cut is no JSON any more, but an event's name stands at its beginning. */
function decodeCut(text: string): Decoding<SocketIoPacket> {
  const event = /^(?:2|5\d+-)(?:(\/[^,]*),)?\d*\["((?:[^"\\]|\\.)*)"/.exec(text);
  if (event?.[2] === undefined) return 'unreadable';
  const packet = { type: 'event', namespace: event[1] ?? '/', event: event[2], args: [] } as const;
  return { packet, summary: `${summarise(packet)} (cut)` };
}

function summarise(packet: SocketIoPacket): string {
  const where = packet.namespace === '/' ? '' : ` ${packet.namespace}`;
  switch (packet.type) {
    case 'connect':
      return `CONNECT${where}`;
    case 'disconnect':
      return `DISCONNECT${where}`;
    case 'connect-error':
      return `CONNECT${where} refused: ${packet.reason === '' ? 'no reason given' : packet.reason}`;
    case 'event':
      return packet.namespace === '/'
        ? `event ${packet.event}`
        : `event ${packet.event} in ${packet.namespace}`;
    case 'ack':
      return `answer${packet.ackId === undefined ? '' : ` to ${packet.ackId}`}${where && ` in${where}`}`;
  }
}
