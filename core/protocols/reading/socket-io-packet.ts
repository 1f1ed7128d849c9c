import { Decoder, PacketType, type Packet as ParsedPacket } from 'socket.io-parser';
import { fieldsOf } from './json-fields';

/** A Socket.IO packet (protocol revisions 2 to 5). `namespace` is "/" for the default one. */
export type SocketIoPacket =
  /** `data` of the client: its `auth`. Of the server: the namespace's session id. */
  | { readonly type: 'connect'; readonly namespace: string; readonly data: unknown }
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
      /** By which the other side may answer. */
      readonly ackId: number | undefined;
      /** Binary messages that belong to it and follow it. */
      readonly attachments: number;
    }
  | {
      readonly type: 'ack';
      readonly namespace: string;
      readonly ackId: number | undefined;
      readonly args: readonly unknown[];
      readonly attachments: number;
    };

/**
 * Reads the text of an Engine.IO message as a Socket.IO packet; undefined: a client would end with "parse error" here.
 *
 * @param isCut the text was longer; an event still tells its name
 */
export function decodeSocketIo(text: string, isCut = false): SocketIoPacket | undefined {
  try {
    return isCut ? decodeCut(text) : decodeText(text);
  } catch (problem) {
    // JSON nested so deeply that walking it overflows the stack: it parses, and no more can be done with it.
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}

/** An event or acknowledgement with its attachments put back into their places; undefined: they do not fit. */
export function reassemble(text: string, attachments: readonly Uint8Array[]): readonly unknown[] | undefined {
  const whole = parse(text, attachments);
  return Array.isArray(whole?.data) ? whole.data : undefined;
}

function decodeText(text: string): SocketIoPacket | undefined {
  // The parser reads nothing as CONNECT, because `Number('')` is 0; a client stops at it with "parse error".
  if (text === '') return undefined;
  // BINARY_EVENT (5) and BINARY_ACK (6) are EVENT and ACK with a count of attachments. The parser would hold them
  // back until the attachments came, so the count is taken off.
  const binary = /^([56])(\d{1,6})-/.exec(text);
  const plain = binary ? `${binary[1] === '5' ? '2' : '3'}${text.slice(binary[0].length)}` : text;
  const parsed = parse(plain);
  return parsed === undefined ? undefined : toSocketIoPacket(parsed, Number(binary?.[2] ?? 0));
}

/** One for all: to make one and to listen to it costs as much as to read a packet. */
const decoder = new Decoder();
let decoded: ParsedPacket | undefined;
decoder.on('decoded', (packet) => {
  decoded = packet;
});

function parse(text: string, attachments: readonly Uint8Array[] = []): ParsedPacket | undefined {
  decoded = undefined;
  try {
    decoder.add(text);
    for (const bytes of attachments) decoder.add(bytes);
  } catch {
    // The parser's way to say that the packet breaks the protocol; a client would end with "parse error" here.
    return undefined;
  } finally {
    // Forgets a packet whose attachments are missing.
    decoder.destroy();
  }
  return decoded;
}

/** A packet as the official parsers give it, of the text form and of the MessagePack form alike. */
export function toSocketIoPacket(
  parsed: Pick<ParsedPacket, 'type' | 'nsp' | 'id'> & { readonly data?: unknown },
  attachments = 0,
): SocketIoPacket | undefined {
  // Protocol 4 (Socket.IO 2) sends a query along with the namespace: `/admin?token=...`.
  const namespace = parsed.nsp.replace(/\?.*$/s, '');
  const { data } = parsed;
  switch (parsed.type) {
    case PacketType.CONNECT:
      return { type: 'connect', namespace, data };
    case PacketType.DISCONNECT:
      return { type: 'disconnect', namespace };
    case PacketType.CONNECT_ERROR:
      return { type: 'connect-error', namespace, ...refusal(data) };
    case PacketType.EVENT: {
      if (!Array.isArray(data)) return undefined;
      const fields: readonly unknown[] = data;
      const [event, ...args] = fields;
      return { type: 'event', namespace, event: String(event), args, ackId: parsed.id, attachments };
    }
    case PacketType.ACK: {
      const args: readonly unknown[] = Array.isArray(data) ? data : [];
      return { type: 'ack', namespace, ackId: parsed.id, args, attachments };
    }
    case PacketType.BINARY_EVENT:
    case PacketType.BINARY_ACK:
      return undefined;
  }
}

function refusal(data: unknown): { reason: string; data: unknown } {
  if (typeof data === 'string') return { reason: data, data: undefined };
  const fields = fieldsOf(data);
  if (fields === undefined) return { reason: '', data: undefined };
  const message = fields.get('message');
  return { reason: typeof message === 'string' ? message : JSON.stringify(data), data: fields.get('data') };
}

/** A body that was cut is no JSON any more, but an event's name stands at its beginning. */
function decodeCut(text: string): SocketIoPacket | undefined {
  const found = /^(?:2|5(\d{1,6})-)(?:(\/[^,]{0,500}),)?(\d{0,15})\["((?:[^"\\]|\\.){0,500})"/.exec(text);
  const [, attachments, namespace = '/', ackId, event] = found ?? [];
  if (event === undefined) return undefined;
  return {
    type: 'event',
    namespace,
    event,
    args: [],
    ackId: ackId === '' || ackId === undefined ? undefined : Number(ackId),
    attachments: Number(attachments ?? 0),
  };
}
