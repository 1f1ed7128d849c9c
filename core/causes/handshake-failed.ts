import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { evidenceOf } from './reading/found';
import { handshakeHypotheses } from './reading/handshake-hypotheses';
import { didEndForPage, didOpen } from './reading/opened';
import { outcomeOf } from './reading/outcome';

export const handshakeFailed: Cause = {
  id: 'handshake-failed',
  layer: 'handshake',
  severity: 'error',
  title: 'The connection failed before it opened',
  explanation:
    'The page got an error and close code 1006. Browsers tell a page nothing more about a failed handshake, on purpose: a wrong login, a server that is down and a bad certificate all look the same to it. Only the browser itself knows the reason.',
  likelyCauses: [
    'The server answered with a status other than 101, such as 401, 403, 404 or 502.',
    'The server cannot be reached: it is down, or the host, port or certificate is wrong.',
    'A Content-Security-Policy, an extension or a limit of the browser stopped it before it reached the network.',
  ],
  next: [
    'Open DevTools, reload the page and reproduce it: the reason then appears here.',
    'Read the console: the browser writes its reason there too.',
  ],
  nextForUser: ['Reload the page with DevTools open, and export a bundle: then the reason is in it.'],
  retry: 'unknown',
  needs: ['browser-log'],
  diagnose(connection) {
    if (connection.constructed === undefined) return rulingWithoutPage(connection);
    const outcome = outcomeOf(connection)?.kind;
    const hasNoReason = outcome === undefined || outcome === 'unrecorded' || outcome === 'opened';
    if (!hasNoReason || didOpen(connection) || !didEndForPage(connection)) return CLEAR;
    const evidence = evidenceOf(connection);
    if (isErrorAlone(connection)) {
      return {
        verdict: 'cannot-tell',
        title: 'The socket failed with an error and without a close event',
        missing:
          "The browser's own reason. In Chromium, an error that no close event follows is what a block by the page's Content-Security-Policy looks like: look for connect-src in the console.",
        evidence,
      };
    }
    const hypotheses = handshakeHypotheses(connection);
    return { verdict: 'cannot-tell', missing: missingReason(connection), evidence, hypotheses };
  },
};

/** A recording of the network alone may hold a request and nothing that came of it. */
function rulingWithoutPage(connection: Connection): Ruling {
  if (connection.state !== 'closed' || outcomeOf(connection)?.kind !== 'unrecorded') return NOT_APPLICABLE;
  return {
    verdict: 'cannot-tell',
    title: 'No answer to this handshake was recorded',
    missing: 'The answer of the server, or the reason of the browser: the recording holds neither.',
    evidence: [],
  };
}

/** Chromium 156 sets `readyState` to 3 and fires `error`, but never `close`, for a socket that CSP blocks. */
function isErrorAlone({ error, close }: Connection): boolean {
  return error?.readyState === 3 && close === undefined;
}

function missingReason({ browserLogWatched }: Connection): string {
  return browserLogWatched
    ? "The browser's own reason: its log was watched, but no entry for this socket has arrived. Firefox records none for a forbidden port, a Content-Security-Policy block, or more than 200 sockets."
    : "The browser's own reason: DevTools was not open when this socket failed. Reload the page with DevTools open.";
}
