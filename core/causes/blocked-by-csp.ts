import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { evidenceOf, found } from './reading/found';
import { isChromium, outcomeOf } from './reading/outcome';

export const blockedByCsp: Cause = {
  id: 'blocked-by-csp',
  layer: 'before-handshake',
  severity: 'error',
  title: "The page's Content-Security-Policy blocks the socket",
  explanation:
    'The page itself forbids connections to this address, so no request went out and the server knows nothing of it. Chromium tells the page with an `error` event and no `close`, Firefox with an exception.',
  likelyCauses: [
    'The `connect-src` of the page, or its `default-src`, does not list the origin of the socket.',
    'The policy lists https:// and not wss://.',
  ],
  next: [
    'Add the origin of the socket to `connect-src`, with its scheme: `wss://host`.',
    'Look for `connect-src` in the console: the browser names the directive that blocked it.',
  ],
  nextForUser: ['You cannot mend this: tell the people who made the page.'],
  retry: 'change-first',
  needs: ['page-events'],
  diagnose(connection) {
    const { constructorThrew, error } = connection;
    if (constructorThrew !== undefined) return rulingForException(constructorThrew);
    if (isInBrowsersWords(connection)) return found(evidenceOf(connection), { confidence: 'certain' });
    if (error === undefined) return NOT_APPLICABLE;
    return isErrorAlone(connection) ? rulingForErrorAlone(connection) : CLEAR;
  },
};

/** Chromium's and Firefox's names for it, as a recording may hold them. */
function isInBrowsersWords(connection: Connection): boolean {
  const outcome = outcomeOf(connection);
  const isKnown = outcome?.kind === 'network' && connection.open === undefined;
  return isKnown && /\b(?:ERR_BLOCKED_BY_CSP|NS_ERROR_CONTENT_BLOCKED)\b/.test(outcome.text);
}

/** Firefox 153. */
function rulingForException(threw: NonNullable<Connection['constructorThrew']>): Ruling {
  const { error, source, timeMs } = threw;
  if (!`${error.name} ${error.message}`.includes('NS_ERROR_CONTENT_BLOCKED')) return CLEAR;
  const text = 'new WebSocket() threw NS_ERROR_CONTENT_BLOCKED';
  return found([{ source, timeMs, text }], { confidence: 'certain' });
}

/**
 * Chromium 156 sets `readyState` to CLOSED and fires `error`, but never `close`, for a socket that the policy blocks;
 * every other failure has both, and leaves a record in its network log.
 */
function isErrorAlone(connection: Connection): boolean {
  const { error, close, open, handshake, pageGone } = connection;
  if (error?.readyState !== 3 || close !== undefined || open !== undefined) return false;
  return handshake === undefined && pageGone === undefined && isChromium(connection);
}

function rulingForErrorAlone(connection: Connection): Ruling {
  return found(
    [
      ...evidenceOf(connection),
      { source: 'page-hook', text: 'No close event followed, and the network log holds no request' },
    ],
    { confidence: 'likely' },
  );
}
