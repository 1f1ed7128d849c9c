import { lifetimeLimit } from '../../../core/causes/lifetime-limit';
import { cutAfter } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';

const lives = (...livesMs: number[]) =>
  livesMs.map((lifeMs, index) => cutAfter(index * 1_000_000, lifeMs, 3_000 + index * 4_000));

describeChainCause(lifetimeLimit, {
  reports: [
    {
      when: 'as likely two equal lives over which much was said',
      facts: { attempts: lives(300_000, 301_000) },
      confidence: 'likely',
      title: /^It ended 2 times after a life of 5 min/,
      evidence: [/open for 5 min/],
      next: /limit of Google Cloud Run/,
    },
    {
      when: 'as possible where they were silent for most of it',
      facts: { attempts: [cutAfter(0, 61_000, 60_000), cutAfter(120_000, 61_000, 60_000)] },
      confidence: 'possible',
    },
    {
      when: 'the two of three that fit',
      facts: { attempts: lives(300_000, 40_000, 301_000) },
      confidence: 'likely',
      aboutCount: 2,
    },
  ],
  staysSilent: [
    { when: 'on one life', facts: { attempts: lives(300_000) } },
    { when: 'on different lives', facts: { attempts: lives(300_000, 320_000) } },
    { when: 'when most are different', facts: { attempts: lives(300_000, 20_000, 90_000, 301_000) } },
    { when: 'on very short lives', facts: { attempts: lives(4_000, 4_000) } },
    {
      when: 'when the page closed them',
      facts: {
        attempts: lives(300_000, 300_000).map((one) => ({
          ...one,
          closeCall: { at: 299_990, readyState: 1 },
        })),
      },
    },
  ],
});
