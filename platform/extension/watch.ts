import type { Browser } from 'wxt/browser';
import { PAYLOAD_CREDIT, type Demand, type FromPanel, type FromProducer, type ToPanel } from './protocol';

/** A panel, as a stream sees it. */
export interface Watcher {
  readonly port: Browser.runtime.Port;
  /** Up to where it has read each stream's payload. */
  readonly marks: Map<string, number>;
}

type PayloadToPanel = Extract<ToPanel, { kind: 'payload' }>;

/**
 * One stream's payload on its way to all panels that watch it. They share one cursor in the page: it begins where the
 * one who has read least stands, goes on when the slowest has read, and each drops what it has.
 */
export interface Watch {
  /** Begins anew, for these watchers: one came, or the producer did. */
  restart(watchers: readonly Watcher[]): void;
  deliver(
    batch: Extract<FromProducer, { kind: 'payload' }>,
    send: (watcher: Watcher, message: PayloadToPanel) => void,
  ): void;
  acknowledge(watcher: Watcher, credit: Extract<FromPanel, { kind: 'credit' }>): void;
  leave(watcher: Watcher): void;
}

/** Ids grow over the background's deaths too: a batch of before must never pass for one of now. */
let lastWatchId = Date.now();

export function createWatch(streamId: string, demand: (demand: Demand) => void): Watch {
  let watchId: number | undefined;
  /** Batches that each watcher has been sent and has not read. */
  const unread = new Map<Watcher, number>();
  const backlog = () => Math.max(0, ...unread.values());

  /** One credit for each batch by which the slowest has caught up. */
  function grantAfter(change: () => void): void {
    const before = backlog();
    change();
    const credit = before - backlog();
    if (credit > 0) demand({ kind: 'credit', credit });
  }

  return {
    restart(watchers) {
      unread.clear();
      if (watchers.length === 0) {
        // The producer may remember somebody who went while the background was dead.
        watchId = undefined;
        demand({ kind: 'unwatch' });
        return;
      }
      watchId = lastWatchId += 1;
      for (const watcher of watchers) unread.set(watcher, 0);
      const afterSeq = Math.min(...watchers.map(({ marks }) => marks.get(streamId) ?? 0));
      demand({ kind: 'watch', watchId, afterSeq, credit: PAYLOAD_CREDIT });
    },
    deliver({ watchId: ofWatch, records, throughSeq }, send) {
      if (ofWatch !== watchId) return;
      for (const [watcher, count] of unread) {
        unread.set(watcher, count + 1);
        send(watcher, { kind: 'payload', streamId, watchId, records, throughSeq });
      }
    },
    acknowledge(watcher, { watchId: ofWatch, mark }) {
      watcher.marks.set(streamId, Math.max(mark, watcher.marks.get(streamId) ?? 0));
      if (ofWatch !== watchId) return;
      grantAfter(() => unread.set(watcher, Math.max(0, (unread.get(watcher) ?? 0) - 1)));
    },
    leave(watcher) {
      grantAfter(() => unread.delete(watcher));
      if (unread.size > 0 || watchId === undefined) return;
      watchId = undefined;
      demand({ kind: 'unwatch' });
    },
  };
}
