import { closeUnanswered } from '../../../core/causes/close-unanswered';
import { describeCause } from '../../support/cause-table';
import { STAYS_OPEN } from '../../support/connection-builder';

const call = { at: 1_000, readyState: 1, code: 1000 };

describeCause(closeUnanswered, {
  reports: [
    {
      when: "Chromium's time-out after the close of the page",
      facts: { openAt: 50, closeCall: call, close: { at: 61_300, code: 1006 } },
      evidence: [/The page called close\(1000\) while open/, /never answered the close handshake, in 60.3 s/],
    },
    {
      when: "Firefox's, which comes with an error",
      facts: { openAt: 50, closeCall: call, errorAt: 21_000, close: { at: 21_000, code: 1006 } },
    },
  ],
  staysSilent: [
    {
      when: 'on a connection that was cut while it closed',
      facts: { openAt: 50, closeCall: call, close: { at: 3_000, code: 1006 } },
    },
    {
      when: 'where the server answered, however late',
      facts: { openAt: 50, closeCall: call, close: { at: 50_000, code: 1000 } },
    },
    { when: 'where the page closed nothing', facts: { openAt: 50, close: { at: 61_300, code: 1006 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
