import { CLEAR, type Cause } from './cause';
import { rulingForFailure } from './reading/failure-ruling';
import { evidenceOf, found } from './reading/found';
import { didOpen, hadErrorFirst } from './reading/opened';
import { isChromium, outcomeOf } from './reading/outcome';

export const protocolViolation: Cause = {
  id: 'protocol-violation',
  layer: 'message-transmission',
  severity: 'error',
  title: 'The browser failed the open connection',
  explanation:
    'The socket was open, then the browser itself ended it, because what came from the server breaks the WebSocket protocol. The page gets an error and close code 1006 without a reason; the server gets close code 1002.',
  likelyCauses: [
    'The server, or a proxy in between, writes broken frames: two writers on one socket, or a compression that was not negotiated.',
    'The server puts a reserved code such as 1005 or 1006 into its Close frame.',
    'The page had been in the back/forward cache, which closes its sockets.',
  ],
  next: [
    'Connect to the server without the proxies in between, and with permessage-deflate off, to see which of them breaks the stream.',
    'Report it to the maker of the server with the exact words of the browser: a retry meets the same defect.',
  ],
  nextForUser: [
    'Try another network: a proxy that breaks the stream looks like this. Otherwise pass this finding on.',
  ],
  retry: 'can-succeed',
  needs: ['page-events', 'browser-log'],
  diagnose(connection) {
    const ruling = rulingForFailure(connection, 'violation-after-open');
    if (ruling.verdict === 'found') return ruling;
    const outcome = outcomeOf(connection)?.kind;
    const isUnexplained = outcome === undefined || outcome === 'opened' || outcome === 'unrecorded';
    // In Chromium 156 an error after `open` means that the browser failed the connection: a lost transport fires
    // none. Firefox 153 fires one for a TCP reset as well, so there it proves nothing.
    if (!isUnexplained || !isChromium(connection) || !didOpen(connection)) return CLEAR;
    if (connection.close?.code !== 1006 || !hadErrorFirst(connection)) return CLEAR;
    return found(evidenceOf(connection), {
      confidence: 'likely',
      next: ['Reproduce it with DevTools open from the start: Chromium then says what it disliked.'],
    });
  },
};
