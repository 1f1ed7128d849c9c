import type { MessageEventRecord } from '../capture/event';
import type { Decoding, PacketKind } from '../protocols/protocol';

/**
 * What a filter asks of messages, noted while they are read: two bytes each, because messages are many and their kinds
 * few. To decode a million of them again for each filter would take seconds.
 */
export interface MessageFacts {
  /** The next message has been read. */
  add(message: MessageEventRecord, decoding: Decoding): void;
  /** Everything from this message on is forgotten. */
  goBackTo(index: number): void;
  readonly count: number;
  /** Bits of `FACT`. */
  factsAt(index: number): number;
  /** The place of the message's kind in `kinds`. */
  kindIdAt(index: number): number;
  readonly kinds: readonly MessageKind[];
  /** The codes of the failures that the message tells of. */
  codesAt(index: number): readonly string[];
}

/** Messages that are alike to a filter. */
export interface MessageKind {
  /** Bits of `FACT`. */
  readonly facts: number;
  /** Of all packets of one message, joined with `NAME_SEPARATOR`; undefined: too many to remember, decode it again. */
  readonly names: string | undefined;
  readonly messageCount: number;
}

const KIND_BITS: Readonly<Record<PacketKind, number>> = {
  ping: 1,
  pong: 1,
  'keep-alive': 1,
  control: 2,
  request: 4,
  response: 8,
  event: 16,
  error: 32,
  end: 64,
  data: 128,
};
export const FACT = {
  heartbeat: 1,
  control: 2,
  request: 4,
  response: 8,
  event: 16,
  error: 32,
  end: 64,
  data: 128,
  unreadable: 256,
  /** A heartbeat and nothing else. */
  onlyHeartbeat: 512,
} as const;

export const NAME_SEPARATOR = '\n';
/** A server may make up a name for each message. With the nameless ones, there are fewer kinds than two bytes tell apart. */
const NAMED_KINDS_LIMIT = 10_000;
const NAME_LENGTH_LIMIT = 200;
const NO_CODES: readonly string[] = [];
const FIRST_CAPACITY = 64;

export function createMessageFacts(): MessageFacts {
  let kindIds = new Uint16Array(FIRST_CAPACITY);
  let count = 0;
  const kinds: { readonly facts: number; readonly names: string | undefined; messageCount: number }[] = [];
  const idsByNames = new Map<string | undefined, Map<number, number>>();
  const codes = new Map<number, readonly string[]>();

  function idOf(facts: number, names: string | undefined): number {
    const ids = idsByNames.get(names) ?? new Map<number, number>();
    const known = ids.get(facts);
    if (known !== undefined) return known;
    if (names !== undefined && (kinds.length >= NAMED_KINDS_LIMIT || names.length > NAME_LENGTH_LIMIT))
      return idOf(facts, undefined);
    const id = kinds.push({ facts, names, messageCount: 0 }) - 1;
    idsByNames.set(names, ids.set(facts, id));
    return id;
  }

  function countKind(id: number, by: number): void {
    const kind = kinds[id];
    if (kind !== undefined) kind.messageCount += by;
  }

  return {
    add(_message, decoding) {
      if (count === kindIds.length) {
        const more = new Uint16Array(2 * count);
        more.set(kindIds);
        kindIds = more;
      }
      const id = idOf(factsOf(decoding), namesOf(decoding));
      kindIds[count] = id;
      countKind(id, 1);
      const failures = failureCodesOf(decoding);
      if (failures.length > 0) codes.set(count, failures);
      count += 1;
    },
    goBackTo(index) {
      for (let at = index; at < count; at += 1) {
        countKind(kindIds[at] ?? 0, -1);
        codes.delete(at);
      }
      count = Math.min(count, index);
    },
    get count() {
      return count;
    },
    factsAt: (index) => kinds[kindIds[index] ?? 0]?.facts ?? 0,
    kindIdAt: (index) => kindIds[index] ?? 0,
    kinds,
    codesAt: (index) => codes.get(index) ?? NO_CODES,
  };
}

function factsOf(decoding: Decoding): number {
  if (decoding === 'not-mine') return FACT.data;
  if (decoding === 'unreadable') return FACT.unreadable;
  let bits = decoding.every(({ kind }) => KIND_BITS[kind] === FACT.heartbeat) ? FACT.onlyHeartbeat : 0;
  for (const { kind, failure, callId } of decoding) {
    bits |= KIND_BITS[kind];
    if (failure !== undefined) bits |= FACT.error;
    if (callId !== undefined) bits |= FACT.request;
  }
  return bits;
}

/** The names of the packets of one message, as a kind holds them. */
export function namesOf(decoding: Decoding): string {
  if (typeof decoding === 'string') return '';
  const [first, ...others] = decoding;
  return others.length === 0 ? first.name : decoding.map(({ name }) => name).join(NAME_SEPARATOR);
}

function failureCodesOf(decoding: Decoding): readonly string[] {
  if (typeof decoding === 'string') return NO_CODES;
  const [first, ...others] = decoding;
  if (others.length === 0 && first.failure?.code === undefined) return NO_CODES;
  return decoding.flatMap(({ failure }) => (failure?.code === undefined ? [] : [failure.code]));
}
