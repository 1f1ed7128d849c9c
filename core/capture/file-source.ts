import type { HangupEvent } from './event';
import type { CaptureSource } from './source';

/** Events that are handed over at once: whoever folds them can breathe in between. */
const EVENTS_PER_PORTION = 20_000;

/** A recording that is whole: everything that it holds arrives, in order, as soon as somebody listens. */
export function createFileSource(events: readonly HangupEvent[], droppedEvents: number): CaptureSource {
  return {
    start(listener) {
      listener.onStatus({ connected: false, isLive: false, droppedEvents, hasSiteAccess: true, restarts: 0 });
      for (let at = 0; at < events.length; at += EVENTS_PER_PORTION)
        listener.onEvents(events.slice(at, at + EVENTS_PER_PORTION));
      return () => undefined;
    },
    clear() {
      // The file stays as it is.
    },
  };
}
