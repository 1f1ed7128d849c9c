import type { Connection } from '../../capture/connection';
import type { LifecycleEvent } from '../../capture/lifecycle-event';
import { NETWORK_WINDOW_MS } from '../thresholds';
import type { Sign } from './sign';
import { duration } from './words';

/** What says that the machine lost or changed its network at this moment; undefined: nothing does. */
export function networkSign({ surroundings }: Connection, atMs: number): Sign | undefined {
  const near = surroundings.filter(({ timeMs }) => Math.abs(timeMs - atMs) <= NETWORK_WINDOW_MS);
  const offline =
    near.find((event) => event.type === 'network-online' && !event.isOnline) ??
    stillOffline(surroundings, atMs);
  if (offline !== undefined)
    return sign('likely', offline, `The browser went offline ${distance(offline.timeMs, atMs)}`);
  const change = near.find(({ type }) => type === 'network-changed');
  if (change?.type !== 'network-changed') return undefined;
  const { connectionType, effectiveType } = change;
  const when = distance(change.timeMs, atMs);
  // `effectiveType` is an estimate of the speed: it changes on a network that stays the same.
  return connectionType === undefined
    ? sign('possible', change, `The speed of the network changed (${effectiveType ?? 'unknown'}) ${when}`)
    : sign('likely', change, `The network changed to "${connectionType}" ${when}`);
}

/** The last word before this moment was that there is no network. */
function stillOffline(surroundings: readonly LifecycleEvent[], atMs: number): LifecycleEvent | undefined {
  const last = surroundings.findLast(({ type, timeMs }) => type === 'network-online' && timeMs <= atMs);
  return last?.type === 'network-online' && !last.isOnline ? last : undefined;
}

function sign(confidence: Sign['confidence'], { source, timeMs }: LifecycleEvent, text: string): Sign {
  return { confidence, evidence: { source, timeMs, text } };
}

function distance(eventMs: number, atMs: number): string {
  return `${duration(Math.abs(eventMs - atMs))} ${eventMs <= atMs ? 'before' : 'after'} the end`;
}
