import { flapping } from '../../../core/causes/flapping';
import { each } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { FAILED_FOR_PAGE, type ConnectionFacts } from '../../support/connection-builder';

const SHORT: ConnectionFacts = { openAt: 50, close: { at: 2_050, code: 1008 } };

describeChainCause(flapping, {
  reports: [
    {
      when: 'three lives of seconds',
      facts: { attempts: each(SHORT, 3, 10_000) },
      title: /^It opened and was lost 3 times within seconds/,
      evidence: [/ended with 1008 after 2 s/],
    },
    {
      when: 'the newest of them, and not one that was long ago',
      facts: {
        attempts: [
          SHORT,
          ...each(SHORT, 4, 20_000).map((one) => ({ ...one, startAt: (one.startAt ?? 0) + 900_000 })),
        ],
      },
      aboutCount: 4,
    },
  ],
  staysSilent: [
    { when: 'on two', facts: { attempts: each(SHORT, 2, 10_000) } },
    { when: 'on attempts that never opened', facts: { attempts: each(FAILED_FOR_PAGE, 5, 10_000) } },
    {
      when: 'on lives of a minute',
      facts: { attempts: each({ openAt: 50, close: { at: 60_000, code: 1006 } }, 4, 70_000) },
    },
    {
      when: 'when the page closed them',
      facts: { attempts: each({ ...SHORT, closeCall: { at: 2_000, readyState: 1, code: 1008 } }, 4, 10_000) },
    },
    { when: 'on three in a quarter of an hour', facts: { attempts: each(SHORT, 3, 450_000) } },
  ],
});
