import { pageCloseCall, type Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { evidenceOf, found } from './reading/found';
import { isAbortedByLeaving, isClosedByLeaving } from './reading/leaving';
import { outcomeOf } from './reading/outcome';

const CACHED = 'The page went into the back/forward cache, which closed its socket';
const WHILE_CONNECTING = 'The page went away while the socket was connecting';
const WHILE_CLOSING = 'The page closed its socket and went away before the server had answered';
const RECONNECT_ON_RETURN = 'Reconnect on `pageshow` when `event.persisted` is true.';

/** Chromium 156 ends the sockets of a cached page in the moment in which it comes back. Our choice of "moment". */
const RETURN_MS = 1_000;
function isJustAfter(timeMs: number, eventMs: number): boolean {
  return timeMs >= eventMs - 100 && timeMs <= eventMs + RETURN_MS;
}

export const pageLeft: Cause = {
  id: 'page-left',
  layer: 'page',
  severity: 'info',
  title: 'The page went away with the socket open',
  explanation:
    'The document was left, reloaded or closed. The browser closes its sockets then and tells the server 1001, but the leaving page gets no event: that is how it should be.',
  likelyCauses: [
    'A link, a reload or the closing of the tab.',
    'The page went into the back/forward cache, from where it may come back without its socket.',
  ],
  next: ['Nothing, unless the page should not have been left. After `pageshow` with `persisted`, reconnect.'],
  nextForUser: ['Nothing.'],
  retry: 'not-needed',
  needs: ['page-events', 'page-lifecycle'],
  diagnose(connection) {
    const { pageGone, pageRestored, close } = connection;
    if (outcomeOf(connection)?.kind === 'page-cached') {
      return found(evidenceOf(connection), {
        confidence: 'certain',
        title: CACHED,
        next: [RECONNECT_ON_RETURN],
      });
    }
    if (
      pageRestored !== undefined &&
      close?.code === 1006 &&
      isJustAfter(close.timeMs, pageRestored.timeMs)
    ) {
      const { source, timeMs } = pageRestored;
      const text = 'The page came back from the back/forward cache right before the socket ended';
      return found([{ source, timeMs, text }, ...evidenceOf(connection)], {
        confidence: 'certain',
        title: CACHED,
        next: [RECONNECT_ON_RETURN],
      });
    }
    if (pageGone === undefined) return NOT_APPLICABLE;
    const { source, timeMs, persisted } = pageGone;
    if (close !== undefined) {
      if (isAbortedByLeaving(connection)) return rulingForAborted(connection);
      if (!isClosedByLeaving(connection)) return CLEAR;
      const text = `The page went away ${Math.round(timeMs - close.timeMs)} ms after the close: Firefox tells a page that is being left 1001, on its own behalf`;
      return found([{ source, timeMs, text }, ...evidenceOf(connection)], { confidence: 'likely' });
    }
    const text = persisted
      ? 'The page went into the back/forward cache before the socket had ended'
      : 'The page went away before the socket had ended';
    return found([{ source, timeMs, text }, ...evidenceOf(connection)], {
      confidence: 'certain',
      title: titleFor(connection),
    });
  },
};

/** Of a socket that had not ended when its page went away. */
function titleFor(connection: Connection): string {
  if (connection.open === undefined && connection.handshake?.status !== 101) return WHILE_CONNECTING;
  return pageCloseCall(connection) === undefined ? pageLeft.title : WHILE_CLOSING;
}

function rulingForAborted(connection: Connection): Ruling {
  const { pageGone, close } = connection;
  const timeMs = pageGone?.timeMs ?? close?.timeMs ?? connection.startedMs;
  const text = 'The page went away right after the error, with the handshake not answered yet';
  return found([{ source: 'page-lifecycle', timeMs, text }, ...evidenceOf(connection)], {
    confidence: 'likely',
    title: WHILE_CONNECTING,
  });
}
