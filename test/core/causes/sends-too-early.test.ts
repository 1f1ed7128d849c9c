import { sendsTooEarly } from '../../../core/causes/sends-too-early';
import { describeChainCause } from '../../support/chain-table';
import { CLOSED_NORMALLY, START_MS, type ConnectionFacts } from '../../support/connection-builder';

const sending = (readyState: number, count: number): ConnectionFacts => ({
  ...CLOSED_NORMALLY,
  more: {
    failedSends: Array.from({ length: count }, (_, index) => ({
      streamId: 'page:1',
      socketId: 0,
      source: 'page-hook',
      type: 'socket-send-failed',
      seq: 20_000 + index,
      timeMs: START_MS + 1_500,
      readyState,
      sizeBytes: 10,
    })),
  },
});

describeChainCause(sendsTooEarly, {
  reports: [
    {
      when: 'a message that was sent before open',
      facts: { attempts: [sending(0, 1)] },
      evidence: [/^1 call of send/],
    },
    {
      when: 'several, and on which attempt',
      facts: { attempts: [sending(0, 4), { ...CLOSED_NORMALLY, startAt: 5_000 }] },
      evidence: [/^4 calls of send/],
      aboutCount: 1,
    },
  ],
  staysSilent: [
    { when: 'where every message went out', facts: { attempts: [CLOSED_NORMALLY] } },
    { when: 'on the other kind of a message that went nowhere', facts: { attempts: [sending(3, 1)] } },
  ],
});
