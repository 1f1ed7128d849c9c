import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { parseFields } from './reading/json-fields';
import { leadingFields } from './reading/leading-fields';
import { parseMsgpack } from './reading/msgpack';
import { createReader } from './reading/reader';
import {
  fromHandshake,
  fromJsonRecord,
  fromMsgpackRecord,
  type SignalrMessage,
} from './reading/signalr-message';
import { isTooLong, splitBinary, splitText, type Pieces } from './reading/signalr-records';
import { SIGNALR_FAILURES, toSignalrPacket } from './reading/signalr-words';

const PART = 'part of a record';

/** ASP.NET Core SignalR, and Blazor Server on top of it. */
export const signalr: Protocol = {
  id: 'signalr',
  name: 'SignalR',
  recognisedBy:
    'The first message of the client is the handshake, `{"protocol":"json","version":1}` and U+001E; without it, every first message is made of whole hub messages.',
  decodes:
    'JSON and MessagePack: handshake and refusal, calls paired with their completions, streams, pings, Close with what it allows, Ack and Sequence of stateful reconnects; several records in a message, and a record over several.',
  recognise({ firstMessages }) {
    const first = firstMessages.find(({ direction }) => direction === 'out');
    if (first !== undefined && isHandshakeRequest(first)) return 'certain';
    let memory = NOTHING_YET;
    for (const message of firstMessages) {
      const result = read(message, memory);
      memory = result.memory;
      if (typeof result.decoding === 'string' || result.decoding.some(({ name }) => name === PART))
        return undefined;
    }
    return firstMessages.length > 0 ? 'likely' : undefined;
  },
  open: () => createReader(NOTHING_YET, read),
  closeCodes: [
    {
      from: 1000,
      meaning: 'The connection ended as agreed; whether to come back stands in the Close message before it.',
      retry: 'unknown',
    },
    {
      from: 1011,
      meaning: 'The server failed while it wrote or read, outside any hub method.',
      retry: 'with-backoff',
      by: 'server',
    },
  ],
  failures: SIGNALR_FAILURES,
  heartbeat: {
    sentBy: 'both',
    everyMs: 15_000,
    deadAfterMs: 30_000,
    note: 'Each side sends `{"type":6}` where it has sent nothing else for 15 s, and nobody answers it; a client that hears nothing for 30 s (`serverTimeout`) stops with "Server timeout elapsed", a server likewise.',
  },
  reconnects: [
    {
      client: '@microsoft/signalr 10, withAutomaticReconnect()',
      waits: { kind: 'list', ms: [0, 2_000, 10_000, 30_000] },
      jitter: 0,
      attempts: 4,
      note: 'Without `withAutomaticReconnect()` it never comes back. Not after a Close without `allowReconnect`, nor where the first start failed.',
    },
  ],
  testedWith: [
    '@microsoft/signalr 10.0.11 (JSON)',
    '@microsoft/signalr-protocol-msgpack 10.0.11',
    'the specification of the hub protocol',
  ],
};

/** What one direction has left open. */
interface Side {
  readonly hasBegun: boolean;
  readonly text: string;
  readonly pieces: Pieces | undefined;
}
interface Memory {
  readonly in: Side;
  readonly out: Side;
}
const NEW: Side = { hasBegun: false, text: '', pieces: undefined };
const BEGUN: Side = { ...NEW, hasBegun: true };
const NOTHING_YET: Memory = { in: NEW, out: NEW };

function read(message: MessageEventRecord, memory: Memory): { decoding: Decoding; memory: Memory } {
  const { direction, format } = message;
  const side = memory[direction];
  const { packets, rest } = format === 'text' ? readText(message, side) : readBinary(message, side);
  const isLost = packets === undefined || isTooLong(rest.text) || isTooLong(rest.pieces);
  const next = isLost ? BEGUN : rest;
  const [first, ...others] = packets ?? [];
  return {
    decoding: isLost || first === undefined ? 'unreadable' : [first, ...others],
    memory: next === side ? memory : { ...memory, [direction]: next },
  };
}

interface Result {
  /** Undefined: something breaks the rules, and a client would drop the whole message. */
  readonly packets: readonly Packet[] | undefined;
  readonly rest: Side;
}
const BROKEN: Result = { packets: undefined, rest: BEGUN };

function readText({ text, isCut, direction }: MessageEventRecord, side: Side): Result {
  // A record is an object; what begins otherwise is none, and would only be waited for.
  if (text === undefined || (side.text === '' && !text.startsWith('{'))) return BROKEN;
  const { records, rest } = splitText(text, side.text);
  const packets: Packet[] = [];
  for (const record of records) {
    const message = toMessage(parseFields(record), fromJsonRecord);
    if (message === undefined) return BROKEN;
    packets.push(toSignalrPacket(message, direction));
  }
  if (rest === '') return { packets, rest: BEGUN };
  if (isCut !== true)
    return { packets: [...packets, partOf(rest.length, false)], rest: { ...BEGUN, text: rest } };
  const fields = leadingFields(rest);
  const cut = fields?.has('type') === true ? fromJsonRecord(fields) : undefined;
  const packet = cut === undefined ? partOf(rest.length, true) : toSignalrPacket(cut, direction);
  const summary = cut === undefined ? packet.summary : `${packet.summary} (cut)`;
  return { packets: [...packets, { ...packet, summary }], rest: BEGUN };
}

function readBinary({ bytes, isCut, direction }: MessageEventRecord, side: Side): Result {
  if (bytes === undefined || bytes.length === 0) return BROKEN;
  const handshake = side.hasBegun ? undefined : handshakeIn(bytes);
  const body = handshake === undefined ? bytes : bytes.subarray(handshake.end);
  const split = splitBinary(body, side.pieces);
  if (split === undefined) return BROKEN;
  const packets = handshake === undefined ? [] : [toSignalrPacket(handshake.message, direction)];
  for (const record of split.records) {
    const message = fromMsgpackRecord(parseMsgpack(record)?.value);
    if (message === undefined) return BROKEN;
    packets.push(toSignalrPacket(message, direction));
  }
  const { rest } = split;
  if (rest === undefined) return { packets, rest: BEGUN };
  packets.push(partOf(rest.sizeBytes, isCut === true));
  return { packets, rest: isCut === true ? BEGUN : { ...BEGUN, pieces: rest } };
}

/** With MessagePack the server's handshake is JSON too, and comes as bytes. Its `{` may also be a length. */
function handshakeIn(bytes: Uint8Array): { message: SignalrMessage; end: number } | undefined {
  if (bytes[0] !== 0x7b) return undefined;
  const end = bytes.subarray(0, 4_096).indexOf(0x1e);
  if (end === -1) return undefined;
  const message = toMessage(parseFields(new TextDecoder().decode(bytes.subarray(0, end))), fromHandshake);
  return message === undefined ? undefined : { message, end: end + 1 };
}

function isHandshakeRequest({ text, bytes }: MessageEventRecord): boolean {
  const end = text?.slice(0, 4_096).indexOf('\x1e') ?? -1;
  const fields = end === -1 ? undefined : parseFields(text?.slice(0, end));
  const message = bytes === undefined ? toMessage(fields, fromHandshake) : handshakeIn(bytes)?.message;
  return message?.type === 'handshake-request';
}

function toMessage<Fields>(
  fields: Fields | undefined,
  from: (fields: Fields) => SignalrMessage | undefined,
): SignalrMessage | undefined {
  return fields === undefined ? undefined : from(fields);
}

function partOf(size: number, isCut: boolean): Packet {
  const summary = `${PART}, ${size} ${isCut ? 'of it kept' : 'so far'}`;
  return { kind: 'data', name: PART, summary };
}
