import { reconnectStorm } from '../../../core/causes/reconnect-storm';
import { each } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { FAILED_FOR_PAGE } from '../../support/connection-builder';

describeChainCause(reconnectStorm, {
  reports: [
    {
      when: 'five attempts within ten seconds',
      facts: { attempts: each(FAILED_FOR_PAGE, 5, 2_000) },
      title: /^5 attempts within 8 s/,
    },
    {
      when: 'the worst ten seconds of a chain',
      facts: {
        attempts: [...each(FAILED_FOR_PAGE, 12, 500), { ...FAILED_FOR_PAGE, startAt: 60_000 }],
      },
      title: /^12 attempts within 5.5 s/,
      aboutCount: 12,
    },
  ],
  staysSilent: [
    { when: 'on four', facts: { attempts: each(FAILED_FOR_PAGE, 4, 1_000) } },
    { when: 'on one every three seconds', facts: { attempts: each(FAILED_FOR_PAGE, 30, 3_000) } },
  ],
});
