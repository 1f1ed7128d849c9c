import { handshakeFailed } from '../../../core/causes/handshake-failed';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, chromiumFailed } from '../../support/connection-builder';

describeCause(handshakeFailed, {
  reports: [],
  staysSilent: [
    {
      when: 'when the browser gave a reason',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
    },
    { when: 'when the socket had opened', facts: { openAt: 5, close: { at: 9, code: 1006 } } },
    { when: 'while it is connecting', facts: {} },
  ],
  cannotTell: [
    {
      when: 'the reason when DevTools was closed',
      facts: FAILED_FOR_PAGE,
      missing: /DevTools was not open.*Reload the page with DevTools open/,
    },
    {
      when: 'the reason when it has not arrived',
      facts: { ...FAILED_FOR_PAGE, browserLogWatched: true },
      missing: /no entry for this socket has arrived/,
    },
    {
      when: 'the reason when the record of the browser is empty',
      facts: { ...FAILED_FOR_PAGE, handshake: { source: 'file' } },
      missing: /The browser's own reason/,
    },
    {
      when: 'why an error came without a close event',
      facts: { errorAt: 3 },
      missing: /Content-Security-Policy/,
    },
    {
      when: 'what became of a request in a recording',
      facts: { hasPage: false, handshake: { source: 'file' } },
      missing: /the recording holds neither/,
    },
  ],
});
