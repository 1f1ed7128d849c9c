import { twinSockets } from '../../../core/causes/twin-sockets';
import { describeChainCause } from '../../support/chain-table';
import { v0Joined, v0Url } from '../../support/openhands/frames';

const FIRST = { ...v0Joined([]), url: v0Url({ providers_set: '' }), startAt: 0 };
const SECOND = { ...v0Joined([]), startAt: 600 };

describeChainCause(twinSockets, {
  reports: [
    {
      when: 'the second of two sockets that a page opened at once',
      facts: { attempts: [SECOND], siblings: [FIRST], nowAt: 60_000 },
      title: /two sockets for this conversation/,
      evidence: [/opened 600 ms before, in the same page, and both were open for 59/],
    },
  ],
  staysSilent: [
    { when: 'of the first of the two', facts: { attempts: [FIRST], siblings: [SECOND], nowAt: 60_000 } },
    {
      when: 'when the first was closed',
      facts: {
        attempts: [SECOND],
        siblings: [{ ...FIRST, closeCall: { at: 700, readyState: 1 }, close: { at: 720, code: 1005 } }],
        nowAt: 60_000,
      },
    },
    {
      when: 'when the second came much later',
      facts: { attempts: [{ ...SECOND, startAt: 9_000 }], siblings: [FIRST], nowAt: 60_000 },
    },
    { when: 'where there is one socket', facts: { attempts: [SECOND], nowAt: 60_000 } },
    {
      when: 'at an address that no profile knows',
      facts: {
        attempts: [{ url: 'wss://h/a?x=1', startAt: 600, openAt: 50 }],
        siblings: [{ url: 'wss://h/a?x=2', startAt: 0, openAt: 50 }],
        nowAt: 60_000,
      },
    },
  ],
});
