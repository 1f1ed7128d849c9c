import { blockedByCsp } from '../../../core/causes/blocked-by-csp';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, FAILED_FOR_PAGE, type ConnectionFacts } from '../../support/connection-builder';

const CHROMIUM_STACK = 'Error\n    at open (https://example.test/app.js:1:1)';
const errorAlone: ConnectionFacts = { stack: CHROMIUM_STACK, errorAt: 5, browserLogWatched: true };

describeCause(blockedByCsp, {
  reports: [
    {
      when: 'an error without a close in Chromium, and without a record',
      facts: errorAlone,
      confidence: 'likely',
      evidence: [/error event and no close event/, /holds no request/],
      next: /connect-src/,
    },
    {
      when: 'the exception in Firefox',
      facts: { threw: { name: 'NS_ERROR_CONTENT_BLOCKED', message: '' } },
      evidence: [/NS_ERROR_CONTENT_BLOCKED/],
    },
    {
      when: "the browser's own word for it",
      facts: chromiumFailed('Error in connection establishment: net::ERR_BLOCKED_BY_CSP'),
      evidence: [/ERR_BLOCKED_BY_CSP/],
    },
  ],
  staysSilent: [
    { when: 'where a close event followed', facts: { ...FAILED_FOR_PAGE, stack: CHROMIUM_STACK } },
    {
      when: 'where the network log holds a record',
      facts: {
        ...errorAlone,
        ...chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
      },
    },
    {
      when: 'where the page was on its way out',
      facts: { ...errorAlone, pageGone: { at: 6, persisted: false } },
    },
    { when: 'on any other exception', facts: { threw: { name: 'SecurityError', message: 'insecure' } } },
  ],
});
