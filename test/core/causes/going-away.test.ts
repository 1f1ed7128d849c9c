import { goingAway } from '../../../core/causes/going-away';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(goingAway, {
  reports: [
    {
      when: '1001',
      facts: { openAt: 50, close: { at: 900, code: 1001 } },
      title: /^The server is going away$/,
    },
    {
      when: 'its reason',
      facts: { openAt: 50, close: { at: 900, code: 1001, reason: 'deploy' } },
      title: /: "deploy"$/,
    },
  ],
  staysSilent: [
    {
      when: 'when the reason names a limit',
      facts: { openAt: 50, close: { at: 900, code: 1001, reason: 'hit the maximum duration of 60 minutes' } },
    },
    { when: 'on 1000', facts: CLOSED_NORMALLY },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
