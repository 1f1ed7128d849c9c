import type { Chain } from './chain';
import type { LifecycleEvent } from './lifecycle-event';

/** What happens this long before the start or after the end of a socket may have to do with it. Our choice. */
export const SURROUNDINGS_MS = 15_000;

/** The time that a socket takes up; `endedMs` undefined: it lives. */
export interface Span {
  readonly streamId: string;
  readonly startedMs: number;
  readonly endedMs: number | undefined;
}

/** The events of its own document around it, and those that are about the whole machine, whoever told of them. */
export function surroundingsOf(span: Span, lifecycle: readonly LifecycleEvent[]): readonly LifecycleEvent[] {
  return lifecycle.filter((event) => isAround(span, event));
}

export function isAround({ streamId, startedMs, endedMs }: Span, event: LifecycleEvent): boolean {
  if (event.streamId !== streamId && !isAboutMachine(event)) return false;
  return (
    event.timeMs >= startedMs - SURROUNDINGS_MS && event.timeMs <= (endedMs ?? Infinity) + SURROUNDINGS_MS
  );
}

/** Each document tells of it, but it is the same network, and the same sleep. */
function isAboutMachine({ type }: LifecycleEvent): boolean {
  return type === 'network-online' || type === 'network-changed' || type === 'timer-gap';
}

/** What happened to the chain's own documents, and to the machine. */
export function lifecycleAround(
  chain: Chain,
  lifecycle: readonly LifecycleEvent[],
): readonly LifecycleEvent[] {
  const streamIds = new Set(chain.attempts.map(({ connection }) => connection.streamId));
  return lifecycle.filter((event) => streamIds.has(event.streamId) || isAboutMachine(event));
}
