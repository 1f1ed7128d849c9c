import { noJitter } from '../../../core/causes/no-jitter';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const failed = (url: string, startAts: readonly number[]): ConnectionFacts[] =>
  startAts.map((startAt) => ({ url, startAt, errorAt: 100, close: { at: 100, code: 1006 } }));
const MINE = failed('wss://a.test/mine', [0, 2_100, 6_200, 14_300]);

describeChainCause(noJitter, {
  reports: [
    {
      when: 'as likely two links that come back in step',
      facts: { attempts: MINE, others: failed('wss://a.test/other', [10, 2_120, 6_230, 14_340]) },
      confidence: 'likely',
      evidence: [/20 ms apart/, /40 ms apart/],
      aboutCount: 3,
    },
  ],
  staysSilent: [
    {
      when: 'on waits with chance in them',
      facts: { attempts: MINE, others: failed('wss://a.test/other', [10, 1_500, 5_100, 12_000]) },
    },
    {
      when: 'where they met once, which may be chance',
      facts: { attempts: MINE, others: failed('wss://a.test/other', [10, 2_120, 5_100, 12_000]) },
    },
    { when: 'on a link alone', facts: { attempts: MINE } },
    {
      when: 'without retries',
      facts: { attempts: MINE.slice(0, 1), others: failed('wss://a.test/other', [10]) },
    },
  ],
});
