import type { EventOf } from '../../core/capture/event';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { START_MS } from './connection-builder';

/** What happened to the document of the builder's connections, `at` milliseconds after `START_MS`. */
const common = (at: number) => ({
  streamId: 'page:1',
  source: 'page-lifecycle' as const,
  seq: at,
  timeMs: START_MS + at,
});

export const online = (at: number, isOnline: boolean): LifecycleEvent => ({
  ...common(at),
  type: 'network-online',
  isOnline,
});
export const networkChanged = (
  at: number,
  facts: Pick<EventOf<'network-changed'>, 'connectionType' | 'effectiveType'>,
): LifecycleEvent => ({ ...common(at), type: 'network-changed', ...facts });
export const visibility = (at: number, now: 'visible' | 'hidden'): LifecycleEvent => ({
  ...common(at),
  type: 'page-visibility',
  visibility: now,
});
export const frozen = (at: number): LifecycleEvent => ({ ...common(at), type: 'page-frozen' });
export const resumed = (at: number): LifecycleEvent => ({ ...common(at), type: 'page-resumed' });
export const timerGap = (
  at: number,
  facts: { readonly actualMs: number; readonly monotonicMs: number; readonly isHidden?: boolean },
): LifecycleEvent => ({
  ...common(at),
  type: 'timer-gap',
  expectedMs: 10_000,
  actualMs: facts.actualMs,
  monotonicMs: facts.monotonicMs,
  visibility: facts.isHidden === true ? 'hidden' : 'visible',
});
