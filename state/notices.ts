import type { Connection } from '../core/capture/connection';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import type { CaptureStatus } from '../core/capture/source';
import { outcomeOf } from '../core/causes/reading/outcome';

/** What stands between the user and the whole story. */
export type NoticeKind = 'masked' | 'gaps' | 'dropped' | 'beginnings' | 'workers' | 'restarted';

export interface Notice {
  readonly kind: NoticeKind;
  /** Of connections, times, events or messages, whichever the kind is about. */
  readonly count: number;
}

/** What could not be seen in this capture, the gravest first; each once, however often it happened. */
export function toNotices(capture: {
  readonly connections: readonly Connection[];
  readonly lifecycle: readonly LifecycleEvent[];
  readonly status: CaptureStatus;
  readonly beginnings: number;
}): readonly Notice[] {
  const { connections, lifecycle, status, beginnings } = capture;
  const counts: Readonly<Record<NoticeKind, number>> = {
    masked: connections.filter(isMasked).length,
    // While it is recorded, the bar of the recording says so, and what to do.
    gaps: status.isLive
      ? 0
      : lifecycle.filter((event) => event.type === 'recording-changed' && !event.isOn).length,
    dropped: status.droppedEvents,
    beginnings,
    workers: connections.filter(({ handshake }) => handshake?.isFromWorker === true).length,
    restarted: status.restarts,
  };
  return ORDER.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}

const ORDER = [
  'masked',
  'gaps',
  'dropped',
  'beginnings',
  'workers',
  'restarted',
] as const satisfies readonly NoticeKind[];

function isMasked(connection: Connection): boolean {
  // Cheap first: this is asked of every connection with each tick.
  return connection.handshake?.failure === '' && outcomeOf(connection)?.kind === 'hidden';
}
