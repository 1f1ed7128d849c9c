import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet } from '../protocols/protocol';
import type { ReadingListener, SpokenPacket } from '../protocols/transcript';
import { valuesAt } from './field-test';
import { matchesPacket } from './packet-test';
import type { Profile } from './profile';
import { indexWatches, watchesOf } from './watch';

/** Of each thing that a profile asks for, the first and the last are kept. Our choice. */
const KEPT = { first: 10, all: 60 } as const;
/** Ids of events are kept up to here; a connection with more of them says less about gaps. Our choice. */
const MOST_IDS = 20_000;

/** An id that an event carried, and the message it came in. */
export interface SeenId {
  readonly index: number;
  readonly id: string | number;
  readonly timeMs: number;
}

/** What a profile asks of one connection's messages, noted while they are read. */
export interface ProfileNotes extends ReadingListener {
  /** Oldest first; see `watchesOf` for the keys. */
  noted(key: string): readonly SpokenPacket[];
  /** A sign says what this packet means. */
  knows(packet: Packet, direction: 'in' | 'out'): boolean;
  /** Messages from the server that their protocol could not read. */
  readonly unreadable: readonly { readonly index: number; readonly message: MessageEventRecord }[];
  /** Events with an id, in the order in which they came. */
  readonly ids: readonly SeenId[];
  /** False: there were more ids than are kept. */
  readonly hasAllIds: boolean;
}

export function createProfileNotes(profile: Profile): ProfileNotes {
  const findWatches = indexWatches(watchesOf(profile));
  const byKey = new Map<string, SpokenPacket[]>();
  const unreadable: { index: number; message: MessageEventRecord }[] = [];
  const ids: SeenId[] = [];
  let count = 0;
  /** The first message whose id was not kept. */
  let idsEndAt = Infinity;

  function note(packet: Packet, message: MessageEventRecord, index: number): void {
    for (const { key } of findWatches(packet, message.direction)) {
      const list = byKey.get(key) ?? [];
      byKey.set(key, list);
      keep(list, { index, packet, message });
    }
    const id = idIn(profile, packet, message.direction);
    if (id === undefined) return;
    if (ids.length < MOST_IDS) ids.push({ index, id, timeMs: message.timeMs });
    else idsEndAt = Math.min(idsEndAt, index);
  }

  return {
    add(message, decoding: Decoding) {
      const index = count;
      count += 1;
      if (decoding === 'unreadable' && message.direction === 'in') keep(unreadable, { index, message });
      if (typeof decoding === 'string') return;
      for (const packet of decoding) note(packet, message, index);
    },
    goBackTo(index) {
      count = Math.min(count, index);
      for (const list of [unreadable, ids, ...byKey.values()])
        while ((list.at(-1)?.index ?? -1) >= index) list.pop();
      if (idsEndAt >= index) idsEndAt = Infinity;
    },
    noted: (key) => byKey.get(key) ?? [],
    knows: (packet, direction) => findWatches(packet, direction).some(({ key }) => key.startsWith('event ')),
    unreadable,
    ids,
    get hasAllIds() {
      return idsEndAt === Infinity;
    },
  };
}

function keep<Entry>(list: Entry[], entry: Entry): void {
  list.push(entry);
  if (list.length > KEPT.all) list.splice(KEPT.first, 1);
}

function idIn(
  { eventIds = [] }: Profile,
  packet: Packet,
  direction: 'in' | 'out',
): string | number | undefined {
  for (const { packet: test, at, order } of eventIds) {
    if (!matchesPacket(test, packet, direction)) continue;
    const id = valuesAt(packet.data, at)[0];
    if (order === 'counting') {
      if (typeof id === 'number' && Number.isSafeInteger(id)) return id;
    } else if (typeof id === 'string' && id.length <= 200) return id;
  }
  return undefined;
}
