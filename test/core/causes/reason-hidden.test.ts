import { reasonHidden } from '../../../core/causes/reason-hidden';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, chromiumFailed, withoutPage } from '../../support/connection-builder';

describeCause(reasonHidden, {
  reports: [
    {
      when: 'a handshake that failed with a blank reason',
      facts: chromiumFailed(''),
      title: /Another extension hides Chromium's reason/,
      evidence: [/leaves the reason blank/],
      next: /fresh profile/,
    },
    {
      when: "the console's prefix with nothing after it",
      facts: chromiumFailed("WebSocket connection to 'wss://a.test/' failed: "),
    },
    { when: "a worker's socket", facts: withoutPage(chromiumFailed('')) },
  ],
  staysSilent: [
    { when: 'when the page says that the socket opened', facts: { ...chromiumFailed(''), openAt: 5 } },
    {
      when: 'when the reason is there',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
    },
    { when: 'when no failure was recorded', facts: FAILED_FOR_PAGE },
    {
      when: 'after the socket had opened: Chromium blanks handshakes only',
      facts: {
        openAt: 5,
        close: { at: 9, code: 1006 },
        handshake: { source: 'network-log', status: 101, failure: '' },
      },
    },
  ],
});
