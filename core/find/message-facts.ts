import type { MessageEventRecord } from '../capture/event';
import type { Decoding, PacketKind } from '../protocols/protocol';

/**
 * What a filter asks of messages, noted while they are read: four bytes each. To decode a million of them again for
 * each filter would take seconds.
 */
export interface MessageFacts {
  /** The next message has been read. */
  add(message: MessageEventRecord, decoding: Decoding): void;
  /** Everything from this message on is forgotten. */
  goBackTo(index: number): void;
  readonly count: number;
  /** Bits of `FACT`. */
  factsAt(index: number): number;
  /** Which of `names` the packets of the message have; `UNNAMED`: too many names to remember, decode it again. */
  nameIdAt(index: number): number;
  /** Each entry: the names of all packets of one message, joined with `NAME_SEPARATOR`. */
  readonly names: readonly string[];
  /** How many messages have the name, by its place in `names`. */
  readonly nameCounts: readonly number[];
  /** The codes of the failures that the message tells of. */
  codesAt(index: number): readonly string[];
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
export const UNNAMED = 0;
/** A server may make up a name for each message. */
const NAMES_LIMIT = 10_000;
const NAME_LENGTH_LIMIT = 200;
const NO_CODES: readonly string[] = [];
const FIRST_CAPACITY = 64;

export function createMessageFacts(): MessageFacts {
  let facts = new Uint16Array(FIRST_CAPACITY);
  // `NAMES_LIMIT` of them.
  let nameIds = new Uint16Array(FIRST_CAPACITY);
  let count = 0;
  const names: string[] = [''];
  const nameCounts: number[] = [0];
  const idOfName = new Map<string, number>();
  const codes = new Map<number, readonly string[]>();

  function grow(): void {
    const moreFacts = new Uint16Array(2 * count);
    moreFacts.set(facts);
    facts = moreFacts;
    const moreIds = new Uint16Array(2 * count);
    moreIds.set(nameIds);
    nameIds = moreIds;
  }

  function idOf(name: string): number {
    const known = idOfName.get(name);
    if (known !== undefined) return known;
    if (names.length > NAMES_LIMIT || name.length > NAME_LENGTH_LIMIT) return UNNAMED;
    const id = names.push(name) - 1;
    nameCounts.push(0);
    idOfName.set(name, id);
    return id;
  }

  return {
    add(_message, decoding) {
      if (count === facts.length) grow();
      facts[count] = factsOf(decoding);
      const id = idOf(namesOf(decoding));
      nameIds[count] = id;
      nameCounts[id] = (nameCounts[id] ?? 0) + 1;
      const failures = failureCodesOf(decoding);
      if (failures.length > 0) codes.set(count, failures);
      count += 1;
    },
    goBackTo(index) {
      for (let at = index; at < count; at += 1) {
        const id = nameIds[at] ?? UNNAMED;
        nameCounts[id] = (nameCounts[id] ?? 1) - 1;
        codes.delete(at);
      }
      count = Math.min(count, index);
    },
    get count() {
      return count;
    },
    factsAt: (index) => facts[index] ?? 0,
    nameIdAt: (index) => nameIds[index] ?? UNNAMED,
    names,
    nameCounts,
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

/** The names of the packets of one message, as `names` holds them. */
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
