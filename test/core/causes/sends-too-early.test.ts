import { sendsTooEarly } from '../../../core/causes/sends-too-early';
import { describeChainCause } from '../../support/chain-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { sendingIn } from '../../support/failed-sends';

describeChainCause(sendsTooEarly, {
  reports: [
    {
      when: 'a message that was sent before open',
      facts: { attempts: [sendingIn(0, 1)] },
      evidence: [/^1 call of send/],
    },
    {
      when: 'several, and on which attempt',
      facts: { attempts: [sendingIn(0, 4), { ...CLOSED_NORMALLY, startAt: 5_000 }] },
      evidence: [/^4 calls of send/],
      aboutCount: 1,
    },
  ],
  staysSilent: [
    { when: 'where every message went out', facts: { attempts: [CLOSED_NORMALLY] } },
    { when: 'on the other kind of a message that went nowhere', facts: { attempts: [sendingIn(3, 1)] } },
  ],
});
