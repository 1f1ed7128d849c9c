import type { CaptureSource } from '../../core/capture/source';
import type { HangupEvent } from '../../core/capture/event';

/** A recording that is whole: everything that it holds arrives at once. */
export function createFileSource(events: readonly HangupEvent[], droppedEvents: number): CaptureSource {
  return {
    start(listener) {
      listener.onStatus({ connected: false, isLive: false, droppedEvents, hasSiteAccess: true });
      listener.onEvents(events);
      return () => undefined;
    },
    clear() {
      // The file stays as it is.
    },
  };
}
