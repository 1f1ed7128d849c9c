import type { Packet } from '../protocols/protocol';
import { valuesAt } from './field-test';
import { matchesPacket, type PacketTest } from './packet-test';
import type { Profile } from './profile';

/** A packet that a profile asks for, under the name that its notes keep it by. */
export interface Watch {
  readonly key: string;
  readonly test: PacketTest;
  /** Of all watches with an order that a packet fits, only the first counts. */
  readonly order?: number;
}

/** Every packet that the profile asks for. Keys: what it is for, and the id of the sign. */
export function watchesOf(profile: Profile): readonly Watch[] {
  const watches: Watch[] = profile.signs.flatMap(({ id, when }, order): Watch[] => {
    switch (when.kind) {
      case 'event':
        return [
          { key: `event ${id}`, test: when.packet, order },
          ...(when.over === undefined ? [] : [{ key: `over ${id}`, test: when.over }]),
        ];
      case 'no-echo':
        return [
          { key: `action ${id}`, test: when.action },
          { key: `echo ${id}`, test: when.echo },
          ...(when.orElse === undefined ? [] : [{ key: `echo ${id}`, test: when.orElse }]),
        ];
      case 'silence':
        return [{ key: `since ${id}`, test: when.since }];
      case 'disconnect':
        return when.after === undefined ? [] : [{ key: `after ${id}`, test: when.after.packet }];
      case 'refusal':
      case 'unanswered':
      case 'close':
      case 'handshake':
      case 'address':
      case 'answer':
      case 'event-ids':
      case 'twin':
        return [];
    }
  });
  if (profile.replayEnd !== undefined) watches.push({ key: 'replay-end', test: profile.replayEnd });
  for (const [index, history] of (profile.history ?? []).entries())
    if (history.kind === 'older-than') watches.push({ key: `clock ${index}`, test: history.clock });
  return watches;
}

/** Which watches a packet fits. */
export type FindWatches = (packet: Packet, direction: 'in' | 'out') => readonly Watch[];

/**
 * A profile asks for a hundred packets, and a connection may have a million: so the value in one field picks the few
 * watches that are worth a closer look.
 */
export function indexWatches(watches: readonly Watch[]): FindWatches {
  const byField = new Map<string, Map<unknown, Watch[]>>();
  const others: Watch[] = [];
  for (const watch of watches) {
    const decisive = watch.test.where?.find(
      ({ equals, oneOf }) => oneOf !== undefined || (equals !== undefined && equals !== null),
    );
    if (decisive === undefined) {
      others.push(watch);
      continue;
    }
    const byValue = byField.get(decisive.at) ?? new Map<unknown, Watch[]>();
    byField.set(decisive.at, byValue);
    for (const value of decisive.oneOf ?? [decisive.equals]) {
      const list = byValue.get(value) ?? [];
      list.push(watch);
      byValue.set(value, list);
    }
  }
  return (packet, direction) => {
    const found = others.filter(({ test }) => matchesPacket(test, packet, direction));
    for (const [at, byValue] of byField) {
      for (const value of valuesAt(packet.data, at)) {
        for (const watch of byValue.get(value) ?? [])
          if (!found.includes(watch) && matchesPacket(watch.test, packet, direction)) found.push(watch);
      }
    }
    return found.length < 2 ? found : firstInOrder(found);
  };
}

function firstInOrder(watches: readonly Watch[]): readonly Watch[] {
  const first = Math.min(...watches.map(({ order }) => order ?? Infinity));
  return watches.filter(({ order }) => order === undefined || order === first);
}
