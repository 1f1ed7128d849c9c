import { slowerEachTime } from '../../../core/causes/slower-each-time';
import { describeChainCause } from '../../support/chain-table';

const failing = (...tookMs: number[]) => ({
  attempts: tookMs.map((at, index) => ({ startAt: index * 20_000, errorAt: at, close: { at, code: 1006 } })),
});

describeChainCause(slowerEachTime, {
  reports: [
    {
      when: 'as likely failures that take longer each time',
      facts: failing(5, 400, 1_200, 2_400),
      confidence: 'likely',
      evidence: [/took 5 ms to fail/, /took 2.4 s to fail/],
    },
  ],
  staysSilent: [
    { when: 'on three', facts: failing(5, 1_000, 2_000) },
    { when: 'on differences of milliseconds', facts: failing(5, 9, 14, 30) },
    { when: 'when the last one was fast', facts: failing(5, 1_000, 2_000, 4_000, 6) },
  ],
});
