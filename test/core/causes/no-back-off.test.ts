import { noBackOff } from '../../../core/causes/no-back-off';
import { each } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { CLOSED_NORMALLY, FAILED_FOR_PAGE } from '../../support/connection-builder';

const after = (waits: readonly number[]) => {
  let startAt = 0;
  const later = waits.map((waitMs) => ({ ...FAILED_FOR_PAGE, startAt: (startAt += 100 + waitMs) }));
  return { attempts: [{ ...FAILED_FOR_PAGE, startAt: 0 }, ...later] };
};

describeChainCause(noBackOff, {
  reports: [
    {
      when: 'as likely four equal waits after failures',
      facts: after([3_000, 3_010, 2_990, 3_100]),
      confidence: 'likely',
      title: /about 3 s before each attempt/,
      evidence: [/The waits before 4 attempts in a row: 3 s, 3 s, 3 s, 3.1 s/],
      aboutCount: 4,
    },
    {
      when: 'as likely a client that does not wait at all',
      facts: after([2, 0, 5, 1]),
      confidence: 'likely',
      aboutCount: 4,
    },
  ],
  staysSilent: [
    { when: 'on three waits', facts: after([3_000, 3_000, 3_000]) },
    { when: 'on waits that grow', facts: after([1_000, 2_000, 4_000, 8_000]) },
    {
      when: 'on a back-off that has come to its limit',
      facts: after([1_000, 2_000, 5_000, 5_000, 5_000, 5_000, 5_000]),
    },
    { when: 'on waits of half a minute', facts: after([30_000, 30_000, 30_000, 30_000]) },
    { when: 'on connections that worked in between', facts: { attempts: each(CLOSED_NORMALLY, 8, 4_000) } },
  ],
});
