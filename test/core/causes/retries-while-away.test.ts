import { retriesWhileAway } from '../../../core/causes/retries-while-away';
import { each } from '../../support/chain-facts';
import { describeChainCause } from '../../support/chain-table';
import { FAILED_FOR_PAGE } from '../../support/connection-builder';
import { online, visibility } from '../../support/lifecycle';

const attempts = each(FAILED_FOR_PAGE, 5, 3_000);

describeChainCause(retriesWhileAway, {
  reports: [
    {
      when: 'attempts without a network',
      facts: { attempts, lifecycle: [online(1_000, false)] },
      evidence: [/4 attempts began while the browser said that it was offline/],
      aboutCount: 4,
    },
    {
      when: 'as a mere fact attempts out of sight',
      facts: { attempts, lifecycle: [visibility(1_000, 'hidden')] },
      severity: 'info',
      title: /while nobody looks at it/,
      aboutCount: 4,
    },
  ],
  staysSilent: [
    {
      when: 'when it was online again',
      facts: { attempts, lifecycle: [online(1_000, false), online(4_000, true)] },
    },
    { when: 'where nothing is known of the page', facts: { attempts } },
    { when: 'on few attempts', facts: { attempts: attempts.slice(0, 3), lifecycle: [online(1_000, false)] } },
  ],
});
