import type { MessageEventRecord } from '../capture/event';
import { createMessageFacts, FACT, type MessageFacts } from '../find/message-facts';
import { createReadMark } from './reading/read-mark';
import { createRuns } from './reading/runs';
import type { Decoding, Opening, Packet, Protocol, Reader, Reading } from './protocol';

/** A call that asks for an answer, with its answer where one came. Indexes are places in the connection's messages. */
export interface Call {
  readonly index: number;
  readonly packet: Packet;
  readonly timeMs: number;
  readonly answerIndex: number | undefined;
  /** From the call to its answer, in milliseconds. */
  readonly latencyMs: number | undefined;
}

/** A packet with the message that carried it. */
export interface SpokenPacket {
  readonly index: number;
  readonly packet: Packet;
  readonly message: MessageEventRecord;
}

/** Of each half of `notable`: enough for any opening, and for the last minutes of a quarrelsome connection. Our choice. */
const NOTABLE_LIMIT = 1_000;

/**
 * What the messages of one connection say, read once and oldest first, in portions, because there may be a million.
 * The list that it reads may grow at its end, and late messages may come in a little before that.
 */
export interface Transcript {
  readonly protocol: Protocol;
  /** Reads on; true: everything is read. `budget` bounds one portion, in UTF-16 units and bytes. */
  readOn(messages: readonly MessageEventRecord[], budget?: number): boolean;
  /** How many messages have been read. */
  readonly readCount: number;
  /** What the protocol made of this message, or of `whole`: the same with more of its body. Undefined: it was not read. */
  decodingAt(index: number, whole?: MessageEventRecord): Decoding | undefined;
  /** The message is a heartbeat and nothing else. */
  isHeartbeat(index: number): boolean;
  /** The call that this message makes, or the first of them. */
  callAt(index: number): Call | undefined;
  /** Calls that have had no answer so far, oldest first. */
  unanswered(): readonly Call[];
  /**
   * Packets that say how the connection fares, oldest first: all but events, data and heartbeats. Where there are very
   * many, the first and the last thousand.
   */
  readonly notable: readonly SpokenPacket[];
  /** The newest heartbeat that no answer has come to. */
  unansweredPing(): Call | undefined;
  /** What filters ask of the messages that have been read. */
  readonly facts: MessageFacts;
  /** One more is told of all messages, those that were read before it came included. Returns how to stop. */
  attach(listener: ReadingListener): () => void;
}

/** About 20 ms of reading on a small machine. */
const BUDGET = 1_000_000;
/** What a message costs that is empty. */
const PER_MESSAGE = 50;

interface OpenCall extends Call {
  answerIndex: number | undefined;
  latencyMs: number | undefined;
  readonly key: string;
}

/** Is told of each message as it is read. */
export interface ReadingListener {
  add(message: MessageEventRecord, decoding: Decoding): void;
  /** What was told from this message on is void: it comes again. */
  goBackTo(index: number): void;
}

export function createTranscript(protocol: Protocol, opening: Opening): Transcript {
  const facts = createMessageFacts();
  const read = createReadMark();
  /** The reader that came to each message: with it a row is read again when it is shown. */
  const readers = createRuns<Reader>();
  const notable: SpokenPacket[] = [];
  const callsByIndex = new Map<number, OpenCall>();
  const asked: OpenCall[] = [];
  /** By direction and id, oldest first: an id may be used again before it was answered. */
  const waiting = new Map<string, OpenCall[]>();
  /** In the order of their answers, so that what a late message displaces can be taken back. */
  const answered: OpenCall[] = [];
  const listeners = new Set<ReadingListener>();
  let next = protocol.open(opening);

  /** Forgets everything from this message on. */
  function goBackTo(index: number): void {
    next = readers.at(index) ?? next;
    for (let last = asked.at(-1); last !== undefined && last.index >= index; last = asked.at(-1)) {
      asked.pop();
      callsByIndex.delete(last.index);
      const calls = waiting.get(last.key);
      if (calls?.at(-1) === last) calls.pop();
      if (calls?.length === 0) waiting.delete(last.key);
    }
    while ((answered.at(-1)?.answerIndex ?? -1) >= index) {
      const call = answered.pop();
      if (call === undefined) break;
      call.answerIndex = undefined;
      call.latencyMs = undefined;
      if (call.index < index) wait(call);
    }
    readers.cut(index);
    facts.goBackTo(index);
    for (const one of listeners) one.goBackTo(index);
    while ((notable.at(-1)?.index ?? -1) >= index) notable.pop();
  }

  function note(packet: Packet, message: MessageEventRecord, index: number): void {
    if (packet.kind === 'event' || packet.kind === 'data' || isHeartbeatPacket(packet)) return;
    notable.push({ index, packet, message });
    if (notable.length > 2 * NOTABLE_LIMIT) notable.splice(NOTABLE_LIMIT, 1);
  }

  function add(message: MessageEventRecord): void {
    const index = read.count;
    const { decoding, next: following } = readBounded(next, message);
    readers.push(index, next);
    next = following;
    read.push(message);
    facts.add(message, decoding);
    for (const one of listeners) one.add(message, decoding);
    const packets = typeof decoding === 'string' ? [] : decoding;
    for (const packet of packets) {
      answer(packet, message, index);
      ask(packet, message, index);
      note(packet, message, index);
    }
  }

  function ask(packet: Packet, { direction, timeMs }: MessageEventRecord, index: number): void {
    const id = packet.callId ?? (packet.kind === 'ping' ? 'ping' : undefined);
    if (id === undefined) return;
    const key = `${direction} ${id}`;
    const call = { index, packet, timeMs, key, answerIndex: undefined, latencyMs: undefined };
    asked.push(call);
    wait(call);
    if (!callsByIndex.has(index)) callsByIndex.set(index, call);
  }

  function wait(call: OpenCall): void {
    const calls = waiting.get(call.key);
    if (calls === undefined) waiting.set(call.key, [call]);
    else if ((calls.at(-1)?.index ?? -1) <= call.index) calls.push(call);
    else
      calls.splice(
        calls.findIndex(({ index }) => index > call.index),
        0,
        call,
      );
  }

  function answer(packet: Packet, { direction, timeMs }: MessageEventRecord, index: number): void {
    const id = packet.replyTo ?? (packet.kind === 'pong' ? 'ping' : undefined);
    if (id === undefined) return;
    const key = `${direction === 'in' ? 'out' : 'in'} ${id}`;
    // The newest: an older one under the same id was given up.
    const calls = waiting.get(key);
    const call = calls?.pop();
    if (call === undefined) return;
    if (calls?.length === 0) waiting.delete(key);
    call.answerIndex = index;
    call.latencyMs = Math.max(0, timeMs - call.timeMs);
    answered.push(call);
  }

  return {
    protocol,
    facts,
    readOn(messages, budget = BUDGET) {
      // A late message moves all that follow it: what was read from there on is read again.
      const before = read.count;
      const kept = read.follow(messages);
      if (kept < before) goBackTo(kept);
      for (let left = budget; left > 0 && read.count < messages.length;) {
        const message = messages[read.count];
        if (message === undefined) break;
        add(message);
        left -= PER_MESSAGE + Math.min(message.text?.length ?? message.bytes?.length ?? 0, READ_WHOLE);
      }
      return read.count === messages.length;
    },
    get readCount() {
      return read.count;
    },
    decodingAt(index, whole) {
      const message = whole ?? read.at(index);
      const reader = readers.at(index);
      return message === undefined || reader === undefined
        ? undefined
        : readBounded(reader, message).decoding;
    },
    isHeartbeat: (index) => (facts.factsAt(index) & FACT.onlyHeartbeat) !== 0,
    callAt: (index) => callsByIndex.get(index),
    unanswered: () =>
      [...waiting.values()]
        .flat()
        .filter(({ packet }) => packet.kind !== 'ping')
        .sort((a, b) => a.index - b.index),
    notable,
    unansweredPing: () =>
      [...waiting.entries()]
        .filter(([key]) => key.endsWith(' ping'))
        .flatMap(([, calls]) => calls)
        .filter(({ packet }) => packet.kind === 'ping')
        .sort((a, b) => a.index - b.index)
        .at(-1),
    attach(one) {
      for (let index = 0; index < read.count; index += 1) {
        const message = read.at(index);
        const reader = readers.at(index);
        if (message !== undefined && reader !== undefined)
          one.add(message, readBounded(reader, message).decoding);
      }
      listeners.add(one);
      return () => listeners.delete(one);
    },
  };
}

/** Pages record at most half of this; files may hold messages of any length, and one parse of 50 MB stops everything. */
const READ_WHOLE = 2_000_000;
const READ_OF_LONGER = 100_000;

/** Of a message that is very long, its protocol reads the beginning, as if it had been cut. */
function readBounded(reader: Reader, message: MessageEventRecord): Reading {
  const { text, bytes } = message;
  if ((text?.length ?? bytes?.length ?? 0) <= READ_WHOLE) return reader.read(message);
  const reading = reader.read({
    ...message,
    ...(text !== undefined && { text: text.slice(0, READ_OF_LONGER) }),
    ...(bytes !== undefined && { bytes: bytes.subarray(0, READ_OF_LONGER) }),
    isCut: true,
  });
  // It is whole and may well be readable: nobody has tried.
  return message.isCut !== true && reading.decoding === 'unreadable'
    ? { ...reading, decoding: 'not-mine' }
    : reading;
}

function isHeartbeatPacket({ kind }: Packet): boolean {
  return kind === 'ping' || kind === 'pong' || kind === 'keep-alive';
}
