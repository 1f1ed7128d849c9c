import { observeFetch } from './fetch-observer';
import type { PollingSessions } from './polling-sessions';
import type { Recorder } from './recorder';
import type { TrafficBook } from './traffic';
import { observeWebSocket } from './websocket-observer';
import { observeWebTransport } from './webtransport-observer';
import { observeXhr } from './xhr-observer';

interface Observation {
  readonly recorder: Recorder;
  readonly book: TrafficBook;
  readonly sessions: PollingSessions;
  /** Of WebTransport, see there. */
  readonly marksPromisesAsHandled: boolean;
}

/** Observes everything in this realm that Hangup knows. @returns undo: the page's globals are as they were */
export function observePage({ recorder, book, sessions, marksPromisesAsHandled }: Observation): () => void {
  const undoWebSocket = observeWebSocket(recorder, book);
  const undoXhr = observeXhr(recorder, sessions);
  const undoFetch = observeFetch(recorder, sessions);
  // Only in secure contexts.
  const undoWebTransport =
    typeof WebTransport === 'function'
      ? observeWebTransport(recorder, book, marksPromisesAsHandled)
      : undefined;
  return () => {
    undoWebTransport?.();
    undoFetch();
    undoXhr();
    undoWebSocket();
  };
}
