import type { MessageEventRecord } from '../capture/event';
import { toEnginePacket } from './engine-io';
import type { Decoding, Opening, Packet, Protocol } from './protocol';
import { decodeEngineIo, isEngineIoAddress, revisionOf } from './reading/engine-io-packet';
import { toPackets } from './reading/engine-io-payload';
import { createReader } from './reading/reader';
import { decodeMsgpack } from './reading/socket-io-msgpack';
import { decodeSocketIo, reassemble } from './reading/socket-io-packet';
import { attachmentSummary, toSharedPacket } from './reading/socket-io-words';

export const socketIo: Protocol = {
  id: 'socket-io',
  name: 'Socket.IO',
  recognisedBy:
    'The query has `EIO=`, and the Engine.IO messages are Socket.IO packets or the path is `/socket.io/`.',
  decodes:
    'All packets of revisions 2 to 5: CONNECT with its auth, refusals, events, acknowledgements with their time, attachments put back; the MessagePack parser too.',
  recognise({ url, firstMessages, pollingSocketId }) {
    if (!isEngineIoAddress(url)) return undefined;
    const packets = firstMessages.flatMap((message) => toPackets(message, pollingSocketId));
    const [first] = packets.filter(({ text }) => text?.startsWith('4'));
    if (first?.text === undefined)
      return /\/socket\.io\/?$/.test(new URL(url).pathname) ? 'certain' : undefined;
    return decodeSocketIo(first.text.slice(1), first.isCut) === undefined ? undefined : 'certain';
  },
  open: (opening) =>
    createReader<Memory>(NOTHING_PENDING, (message, memory) => read(message, memory, opening)),
  closeCodes: [
    {
      from: 1000,
      meaning: 'python-engineio also closes with it after a missed pong and after a message over maxPayload.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 1005,
      meaning: 'The client left (`disconnect()`), or the server dropped a session whose id it does not know.',
      retry: 'yes',
    },
    { from: 1009, meaning: 'A message was larger than `maxHttpBufferSize` (1 MB if not set).', retry: 'no' },
  ],
  failures: [
    { code: 'Invalid namespace', meaning: 'The server has no such namespace', retry: 'no' },
    {
      code: 'It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)',
      meaning: 'Client and server speak different revisions (the client itself says it)',
      retry: 'no',
    },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: "Engine.IO's: the server pings every pingInterval (25 s) and the client ends with `ping timeout` after pingInterval + pingTimeout (45 s) without one; up to Socket.IO 2 the client pings.",
  },
  reconnects: [
    {
      client: 'socket.io-client 2 to 4',
      waits: { kind: 'growing', firstMs: 1_000, factor: 2, maxMs: 5_000 },
      jitter: 0.5,
      attempts: undefined,
      note: 'Not after `io server disconnect`, `io client disconnect` or a refused CONNECT: then the page must call `connect()`.',
    },
  ],
  testedWith: [
    'socket.io 4.8.4, 3.1.2 and 2.5.1 with their clients',
    'socket.io-msgpack-parser 3.0.2',
    'python-socketio texts',
  ],
};

/** An event or acknowledgement whose attachments are on their way. */
interface Pending {
  readonly text: string;
  readonly title: string;
  readonly count: number;
  readonly last: Attachment | undefined;
}
/** A chain and no list: each message keeps the memory that it was read with, and there may be a million of them. */
interface Attachment {
  readonly number: number;
  readonly message: MessageEventRecord;
  readonly before: Attachment | undefined;
}
/** One place for each direction: both sides may send attachments at once. */
interface Memory {
  readonly in: Pending | undefined;
  readonly out: Pending | undefined;
}
const NOTHING_PENDING: Memory = { in: undefined, out: undefined };

function read(message: MessageEventRecord, before: Memory, opening: Opening) {
  const packets: Packet[] = [];
  let memory = before;
  for (const part of toPackets(message, opening.pollingSocketId)) {
    const result =
      part.format === 'binary' ? readBinary(withoutType(part, opening), memory) : readText(part, memory);
    if (result === undefined) return { decoding: 'unreadable' as const, memory };
    packets.push(result.packet);
    memory = result.memory;
  }
  const [first, ...others] = packets;
  const decoding: Decoding = first === undefined ? 'unreadable' : [first, ...others];
  return { decoding, memory };
}

function readText(message: MessageEventRecord, memory: Memory) {
  const engine = decodeEngineIo(message);
  if (engine === undefined) return undefined;
  if (engine.type !== 'message') return { packet: toEnginePacket(engine, message), memory };
  const packet = decodeSocketIo(engine.text, message.isCut);
  if (packet === undefined) return undefined;
  const shared = toSharedPacket(packet, message);
  if (!('attachments' in packet) || packet.attachments === 0) return { packet: shared, memory };
  const pending = { text: engine.text, title: shared.summary, count: packet.attachments, last: undefined };
  return {
    packet: { ...shared, summary: `${shared.summary}, ${attachmentSummary(packet.attachments)} to follow` },
    memory: { ...memory, [message.direction]: pending },
  };
}

function readBinary(message: MessageEventRecord, memory: Memory) {
  const { direction, sizeBytes } = message;
  const pending = memory[direction];
  if (pending === undefined) {
    const packet = decodeMsgpack(message);
    return {
      packet:
        packet === undefined
          ? toEnginePacket({ type: 'binary', sizeBytes }, message)
          : toSharedPacket(packet, message),
      memory,
    };
  }
  const last: Attachment = { number: (pending.last?.number ?? 0) + 1, message, before: pending.last };
  const isLast = last.number >= pending.count;
  const summary = `attachment ${last.number} of ${pending.count} of ${pending.title}, ${sizeBytes} bytes`;
  // The last one brings the whole: its place is where the client hands the event to the page.
  const data = isLast ? reassemble(pending.text, bytesOf(last)) : undefined;
  return {
    packet: {
      kind: 'data',
      name: 'attachment',
      summary,
      ...(data !== undefined && { data }),
    } satisfies Packet,
    memory: { ...memory, [direction]: isLast ? undefined : { ...pending, last } },
  };
}

/** MESSAGE, as a byte: until revision 3 of Engine.IO it stands before what is binary. In polls it is off already. */
const MESSAGE_TYPE = 4;

function withoutType(message: MessageEventRecord, { url, pollingSocketId }: Opening): MessageEventRecord {
  const { bytes, sizeBytes, socketId } = message;
  if ((revisionOf(url) ?? 0) > 3 || socketId === pollingSocketId) return message;
  return bytes?.[0] === MESSAGE_TYPE
    ? { ...message, bytes: bytes.subarray(1), sizeBytes: sizeBytes - 1 }
    : message;
}

/** What was kept of each. */
function bytesOf(last: Attachment): readonly Uint8Array[] {
  const bytes: Uint8Array[] = [];
  for (let one: Attachment | undefined = last; one !== undefined; one = one.before)
    bytes.push(one.message.bytes ?? new Uint8Array());
  return bytes.reverse();
}
