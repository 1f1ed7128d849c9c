import { duplicateConnections } from '../../../core/causes/duplicate-connections';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const CONVERSATION = 'wss://h/sockets/events/11111111111111111111111111111111';
const open = (startAt: number, endAt?: number): ConnectionFacts => ({
  url: CONVERSATION,
  startAt,
  openAt: 50,
  ...(endAt === undefined ? {} : { close: { at: endAt, code: 1000 } }),
});

describeChainCause(duplicateConnections, {
  reports: [
    {
      when: 'as likely a second socket beside the first',
      facts: { attempts: [open(10_000)], siblings: [open(0)], nowAt: 60_000 },
      confidence: 'likely',
      evidence: [/open beside this one for 50 s/],
    },
  ],
  staysSilent: [
    {
      when: 'of the first of the two',
      facts: { attempts: [open(0)], siblings: [open(10_000)], nowAt: 60_000 },
    },
    {
      when: 'on a handover',
      facts: { attempts: [open(10_000)], siblings: [open(0, 11_000)], nowAt: 60_000 },
    },
    {
      when: 'on sockets one after the other',
      facts: { attempts: [open(10_000)], siblings: [open(0, 5_000)], nowAt: 60_000 },
    },
    { when: 'without another', facts: { attempts: [open(0)], nowAt: 60_000 } },
  ],
});
