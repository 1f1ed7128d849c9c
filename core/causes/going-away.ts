import { hiddenError } from '../close-codes/hidden-error';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf, found } from './reading/found';
import { isClosedByLeaving } from './reading/leaving';
import { quoted } from './reading/words';

export const goingAway: Cause = {
  id: 'going-away',
  layer: 'close',
  severity: 'warning',
  title: 'The server is going away',
  explanation:
    'The server closed with 1001: it shuts down, is replaced, or ends sessions after a time. `close()` does not take this code, so it came from the server.',
  likelyCauses: [
    'A deployment or restart of the server.',
    'A proxy or platform ended the connection at its maximum age or idle time.',
    'The application logged this session out.',
  ],
  next: [
    'Reconnect with a growing, random delay.',
    'If it comes at a fixed age, reconnect before that age is reached.',
  ],
  nextForUser: ['Wait: the page should come back by itself. If it does not within a minute, reload it.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose({ close, ...rest }) {
    if (close === undefined) return NOT_APPLICABLE;
    // Firefox's own 1001 to a page that is being left: page-left says so.
    if (isClosedByLeaving({ close, ...rest })) return CLEAR;
    if (close.code !== 1001 || hiddenError(close.reason) !== undefined) return CLEAR;
    return found(evidenceOf({ close, ...rest }), {
      confidence: 'certain',
      ...(close.reason === '' ? {} : { title: `The server is going away${quoted(close.reason)}` }),
    });
  },
};
