import type { Connection } from '../../capture/connection';
import { didOpen } from './opened';
import { isChromium } from './outcome';

/**
 * The handshake was under way when the page was left. Firefox 153 tells such a page `error` and 1006 right before
 * `pagehide`, and its log holds no reason; Chromium tells it nothing.
 */
export function isAbortedByLeaving(connection: Connection): boolean {
  const { close, pageGone, handshake } = connection;
  if (close?.code !== 1006 || pageGone === undefined || isChromium(connection) || didOpen(connection))
    return false;
  return handshake?.status === undefined && close.timeMs <= pageGone.timeMs;
}

/**
 * The close is the browser's own good-bye to a page that is being left. Firefox 153 tells such a page 1001 with no
 * reason, some 10 ms before `pagehide`; Chromium tells it nothing, so a 1001 there came from the server
 * (docs/discoveries/firefox-tells-a-leaving-page.md).
 */
export function isClosedByLeaving(connection: Connection): boolean {
  const { close, pageGone } = connection;
  if (close === undefined || pageGone === undefined || isChromium(connection)) return false;
  return close.code === 1001 && close.reason === '' && close.timeMs <= pageGone.timeMs;
}
