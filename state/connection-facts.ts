import { hasPageHalf } from '../core/capture/connection';
import type { Connection } from '../core/capture/connection';
import type { EventOf, HandshakeEvent } from '../core/capture/event';
import { isClosedByLeaving } from '../core/causes/reading/leaving';
import { didOpen, hadErrorFirst } from '../core/causes/reading/opened';
import { isChromium, outcomeOf } from '../core/causes/reading/outcome';
import { whoClosed } from '../core/causes/reading/who-closed';

/** Who ended it, as far as the page's half tells; undefined: there was nothing to close, or nobody could see. */
export function closedBy(connection: Connection): string | undefined {
  const { close, constructorThrew, pageGone } = connection;
  if (constructorThrew !== undefined) return 'Nobody: the constructor threw';
  const closer = whoClosed(connection);
  if (closer.by === 'page') return 'The page, with close()';
  if (pageGone !== undefined && (close === undefined || isClosedByLeaving(connection)))
    return pageGone.persisted ? 'The page went into the back/forward cache' : leftHow(pageGone.navigation);
  if (close === undefined || !didOpen(connection)) return undefined;
  // A clean close began with a Close frame, and what the page did not ask for is the server's.
  if (close.wasClean) return 'The server';
  // WHATWG WebSockets: `error` comes first where the browser was required to fail the connection.
  if (!hadErrorFirst(connection)) return 'The network: no Close frame came';
  // Firefox fires it for a reset connection as well (measured in Firefox 153).
  return isChromium(connection) ? 'The browser: it failed the connection' : 'The browser or the network';
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
  if (transport === 'polling')
    return 'The browser’s records of polling are not read: of a request that never got an answer, no reason is known here. DevTools’ own Network panel has it.';
  return browserMissing(connection);
}

const NO_CODE = 'there is no close code available here, and nobody can say who closed it.';

function workerMissing({ source }: HandshakeEvent): string {
  const messages =
    source === 'web-request' ? ' Nor are its messages: Firefox’s request log has the handshake alone.' : '';
  return `A worker’s socket: no script of Hangup runs in there, so ${NO_CODE}${messages}`;
}

function pageMissing(handshake: HandshakeEvent | undefined): string {
  switch (handshake?.source) {
    case 'file':
      return 'The page’s half is missing: a HAR file holds no close code, nor who closed. An export of Hangup’s panel does.';
    case 'web-request':
      return 'The page’s half is missing: no close code and no messages are available here, nor who closed. It is a worker’s socket, which no extension can look into, or one from before Hangup watched: then reload the page.';
    case 'network-log':
    case undefined:
      return 'The page’s half is missing: no close code is available here, nor who closed. It is a worker’s socket, which no extension can look into, or one from before Hangup watched: then reload the page.';
  }
}

/** The browser's half is there, and may say nothing. */
function recordMissing(connection: Connection): string | undefined {
  const outcome = outcomeOf(connection)?.kind;
  if (outcome === 'hidden')
    return 'The browser’s record is blank, status and reason: another extension that holds webRequest or declarativeNetRequest hides them.';
  if (outcome === 'unrecorded' && connection.endedMs !== undefined)
    return 'The browser recorded that the handshake began, neither its answer nor an error.';
  return undefined;
}

function browserMissing(connection: Connection): string {
  if (connection.browserLogWatched) return 'The browser logged nothing about this connection.';
  return isChromium(connection)
    ? 'The browser’s half is missing: its log was not watched when this ended. Keep this panel open and try again.'
    : 'The browser’s half is missing: its log said nothing. Keep this panel open and try again; in Firefox, check that Hangup may read all sites (Extensions, Hangup, Permissions).';
}

/** By the Navigation API's type; a closed tab has none. */
function leftHow(navigation: EventOf<'page-hidden'>['navigation']): string {
  switch (navigation) {
    case 'reload':
      return 'The page was reloaded';
    case 'push':
    case 'replace':
    case 'traverse':
      return 'The page was left for another';
    case undefined:
      return 'The page was left or its tab closed';
  }
}

/** Firefox would tell how a session opened and ended only at the price of changing what the page sees. */
function transportMissing({ open, webTransportEnd }: Connection): string | undefined {
  return open === undefined && webTransportEnd === undefined
    ? 'Whether this session opened, and how it ended, is not known so far. Firefox never tells: watching it would hide errors from the page.'
    : 'Its streams are not read: to read along would slow them down.';
}
