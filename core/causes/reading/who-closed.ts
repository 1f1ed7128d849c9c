import { pageCloseCall, type Connection } from '../../capture/connection';
import type { EventOf } from '../../capture/event';

/** Codes that a server answers a Close frame with, whatever the code in that frame was. */
const USUAL_ANSWERS: ReadonlySet<number> = new Set([1000, 1005]);

/** Who began the close, and with which call where it was the page. `unknown` without the page's half. */
export type Closer =
  | { readonly by: 'page'; readonly call: EventOf<'socket-close-called'> }
  | { readonly by: 'server' }
  | { readonly by: 'unknown' };

/**
 * A `close()` of the page before the close event began it, unless the code that came back is one the page neither
 * sent nor would get as an answer: then the server had closed on its own at the same moment.
 */
export function whoClosed(connection: Connection): Closer {
  const { close, constructed } = connection;
  const call = pageCloseCall(connection);
  if (call !== undefined) {
    const isAnswer =
      close === undefined || USUAL_ANSWERS.has(close.code) || close.code === (call.code ?? 1005);
    return isAnswer ? { by: 'page', call } : { by: 'server' };
  }
  return constructed === undefined ? { by: 'unknown' } : { by: 'server' };
}

/** Subject and verb of a title. */
export function closerTitle(closer: Closer): string {
  switch (closer.by) {
    case 'page':
      return 'Your page closed the connection';
    case 'server':
      return 'The server closed the connection';
    case 'unknown':
      return 'The connection was closed';
  }
}
