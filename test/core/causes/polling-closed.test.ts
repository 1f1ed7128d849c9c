import { pollingClosed } from '../../../core/causes/polling-closed';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { polling } from '../../support/other-transports';

describeCause(pollingClosed, {
  reports: [
    {
      when: 'the CLOSE packet of the page',
      facts: polling({ closePacket: { at: 900, direction: 'out' } }),
      title: /^The page closed/,
      evidence: [/page sent Engine.IO's CLOSE packet/],
    },
    {
      when: 'the CLOSE packet of the server',
      facts: polling({ closePacket: { at: 900, direction: 'in' } }),
      severity: 'warning',
      title: /^The server closed/,
    },
    {
      when: 'a poll that the page itself aborted',
      facts: polling({ failure: { at: 900, status: 0, isAborted: true } }),
      title: /gave the polling session up/,
    },
  ],
  staysSilent: [
    { when: 'while the session lives', facts: polling({}) },
    { when: 'about a poll that failed', facts: polling({ failure: { at: 900, status: 502 } }) },
    { when: 'about a plain WebSocket', facts: CLOSED_NORMALLY },
  ],
});
