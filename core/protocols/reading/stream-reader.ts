import type { MessageEventRecord } from '../../capture/event';
import type { Decoding, Packet, Reader } from '../protocol';
import { readStream, type Framing, type Pending, type Piece } from './packet-stream';
import { createReader } from './reader';

/** A protocol whose packets pay no heed to the borders of messages: half a packet, or several, in each. */
export interface StreamProtocol<State> {
  readonly framing: Framing;
  /** What the connection begins with. `State` is a plain value, shared by both directions. */
  readonly start: State;
  /** The body as bytes; undefined: such messages are none of this protocol. Absent: text is read as UTF-8. */
  readonly bytesOf?: (message: MessageEventRecord) => Uint8Array | undefined;
  /** One packet, whole; or the beginning of one, if `message.isCut` and nothing follows. Undefined: it breaks the rules. */
  readonly decode: (
    packet: Uint8Array,
    message: MessageEventRecord,
    state: State,
  ) => { readonly packet: Packet; readonly state: State } | undefined;
}

interface Memory<State> {
  readonly in: Pending | undefined;
  readonly out: Pending | undefined;
  readonly state: State;
}

export function createStreamReader<State>(protocol: StreamProtocol<State>): Reader {
  const start: Memory<State> = { in: undefined, out: undefined, state: protocol.start };
  return createReader<Memory<State>>(start, (message, memory) => read(protocol, message, memory));
}

function read<State>(
  { framing, bytesOf = toBytes, decode }: StreamProtocol<State>,
  message: MessageEventRecord,
  memory: Memory<State>,
): { readonly decoding: Decoding; readonly memory: Memory<State> } {
  const { direction } = message;
  // What was not kept leaves a hole: the next message is taken to begin with a packet.
  if (message.text === undefined && message.bytes === undefined)
    return { decoding: 'unreadable', memory: { ...memory, [direction]: undefined } };
  const bytes = bytesOf(message);
  if (bytes === undefined || bytes.length === 0) return { decoding: 'not-mine', memory };
  const { pieces, pending } = readStream(bytes, message.isCut === true, memory[direction], framing);
  let { state } = memory;
  let isReadable = false;
  const packets: Packet[] = [];
  for (const piece of pieces) {
    const decoded = 'bytes' in piece ? decode(piece.bytes, messageOf(piece, message), state) : undefined;
    isReadable ||= decoded !== undefined || piece.kind === 'part';
    packets.push(decoded?.packet ?? pieceWords(piece));
    state = decoded?.state ?? state;
  }
  const [first, ...others] = packets;
  const decoding = first === undefined || !isReadable ? 'unreadable' : ([first, ...others] as const);
  // Most messages leave nothing behind: then the memory stays the one that it was.
  const isSame = pending === memory[direction] && state === memory.state;
  return { decoding, memory: isSame ? memory : { ...memory, [direction]: pending, state } };
}

/** Only the last packet of a message that was cut is cut. */
function messageOf({ kind }: Piece, message: MessageEventRecord): MessageEventRecord {
  return message.isCut === true && kind !== 'cut' ? { ...message, isCut: false } : message;
}

function toBytes({ text, bytes }: MessageEventRecord): Uint8Array | undefined {
  return text === undefined ? bytes : new TextEncoder().encode(text);
}

function pieceWords(piece: Piece): Packet {
  switch (piece.kind) {
    case 'part': {
      const of = piece.neededBytes === undefined ? '' : ` of ${piece.neededBytes}`;
      const unit = (piece.neededBytes ?? piece.haveBytes) === 1 ? 'byte' : 'bytes';
      return {
        kind: 'data',
        name: 'part',
        summary: `part of a packet, ${piece.haveBytes}${of} ${unit} so far`,
      };
    }
    case 'broken':
      return { kind: 'data', name: 'unreadable', summary: `${piece.sizeBytes} bytes that are no packet` };
    case 'whole':
    case 'cut':
      return { kind: 'data', name: 'unreadable', summary: `${piece.bytes.length} bytes, unreadable` };
  }
}
