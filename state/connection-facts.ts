import { hasPageHalf } from '../core/capture/connection';
import type { Connection } from '../core/capture/connection';
import type { EventOf, HandshakeEvent } from '../core/capture/event';
import { isClosedByLeaving } from '../core/causes/reading/leaving';
import { didOpen, hadErrorFirst } from '../core/causes/reading/opened';
import { isChromium, outcomeOf } from '../core/causes/reading/outcome';
import { whoClosed } from '../core/causes/reading/who-closed';
import { text } from '../locales/text';

/** Who ended it, as far as the page's half tells; undefined: there was nothing to close, or nobody could see. */
export function closedBy(connection: Connection): string | undefined {
  const { close, constructorThrew, pageGone } = connection;
  if (constructorThrew !== undefined) return text('connection.byNobody');
  const closer = whoClosed(connection);
  if (closer.by === 'page') return text('connection.byPage');
  if (pageGone !== undefined && (close === undefined || isClosedByLeaving(connection)))
    return pageGone.persisted ? text('connection.byCache') : leftHow(pageGone.navigation);
  if (close === undefined || !didOpen(connection)) return undefined;
  // A clean close began with a Close frame, and what the page did not ask for is the server's.
  if (close.wasClean) return text('connection.byServer');
  // WHATWG WebSockets: `error` comes first where the browser was required to fail the connection.
  if (!hadErrorFirst(connection)) return text('connection.byNetwork');
  // Firefox fires it for a reset connection as well (measured in Firefox 153).
  return text(isChromium(connection) ? 'connection.byBrowser' : 'connection.byBrowserOrNetwork');
}

/**
 * A reload of its page, with the panel open as it is, would show the messages that are missing of it: they are from
 * before the panel watched, and nothing of a page that is watched has to be thrown away before it is read.
 */
export function isSeenByReload(connection: Connection, watchedSinceMs: number | undefined): boolean {
  const { missingMessages = 0, endedMs, startedMs } = connection;
  return (
    missingMessages > 0 && endedMs === undefined && watchedSinceMs !== undefined && startedMs < watchedSinceMs
  );
}

/**
 * Which half of the story is not there, why, and what cannot be known for that reason. Undefined: both halves are, or
 * there is nothing yet to miss.
 */
export function missingHalf(connection: Connection): string | undefined {
  const { constructorThrew, endedMs, handshake, transport } = connection;
  // Nothing went out, so no log has anything.
  if (constructorThrew !== undefined) return undefined;
  if (handshake?.isFromWorker === true) return workerMissing(handshake);
  if (!hasPageHalf(connection)) return pageMissing(handshake);
  if (transport === 'webtransport') return transportMissing(connection);
  if (handshake !== undefined) return recordMissing(connection);
  if (endedMs === undefined) return undefined;
  if (transport === 'polling') return text('connection.missingPolling');
  return browserMissing(connection);
}

function workerMissing({ source }: HandshakeEvent): string {
  // Firefox's request log has the handshake alone.
  return text(source === 'web-request' ? 'connection.missingWorkerMessages' : 'connection.missingWorker');
}

function pageMissing(handshake: HandshakeEvent | undefined): string {
  switch (handshake?.source) {
    case 'file':
      return text('connection.missingInHar');
    case 'web-request':
      return text('connection.missingPageAndMessages');
    case 'network-log':
    case undefined:
      return text('connection.missingPage');
  }
}

/** The browser's half is there, and may say nothing. */
function recordMissing(connection: Connection): string | undefined {
  const outcome = outcomeOf(connection)?.kind;
  if (outcome === 'hidden') return text('connection.missingHidden');
  if (outcome === 'unrecorded' && connection.endedMs !== undefined)
    return text('connection.missingUnrecorded');
  return undefined;
}

function browserMissing(connection: Connection): string {
  if (connection.browserLogWatched) return text('connection.missingLogSilent');
  return text(isChromium(connection) ? 'connection.missingNotWatched' : 'connection.missingLogFirefox');
}

/** By the Navigation API's type; a closed tab has none. */
function leftHow(navigation: EventOf<'page-hidden'>['navigation']): string {
  switch (navigation) {
    case 'reload':
      return text('connection.byReload');
    case 'push':
    case 'replace':
    case 'traverse':
      return text('connection.byLeaving');
    case undefined:
      return text('connection.byLeavingOrClosing');
  }
}

/** Firefox would tell how a session opened and ended only at the price of changing what the page sees. */
function transportMissing({ open, webTransportEnd }: Connection): string | undefined {
  return text(
    open === undefined && webTransportEnd === undefined
      ? 'connection.missingTransportUnknown'
      : 'connection.missingStreams',
  );
}
