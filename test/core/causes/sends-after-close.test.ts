import { sendsAfterClose } from '../../../core/causes/sends-after-close';
import { describeChainCause } from '../../support/chain-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { sendingIn } from '../../support/failed-sends';

describeChainCause(sendsAfterClose, {
  reports: [
    {
      when: 'a message that was sent after the close',
      facts: { attempts: [sendingIn(3, 1)] },
      evidence: [/^1 call of send/],
    },
    {
      when: 'several, and on which attempt',
      facts: { attempts: [sendingIn(3, 4), { ...CLOSED_NORMALLY, startAt: 5_000 }] },
      evidence: [/^4 calls of send/],
      aboutCount: 1,
    },
  ],
  staysSilent: [
    { when: 'where every message went out', facts: { attempts: [CLOSED_NORMALLY] } },
    { when: 'on the other kind of a message that went nowhere', facts: { attempts: [sendingIn(0, 1)] } },
  ],
});
