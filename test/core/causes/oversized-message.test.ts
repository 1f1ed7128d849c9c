import { oversizedMessage } from '../../../core/causes/oversized-message';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

function endsAfter(startAt: number, ...sizes: number[]): ConnectionFacts {
  const messages = sizes.map((count, index) => ({
    at: 1_000 + index * 3_000,
    direction: 'out' as const,
    text: 'x'.repeat(count),
  }));
  return { startAt, openAt: 50, messages, close: { at: (messages.at(-1)?.at ?? 0) + 200, code: 1006 } };
}

describeChainCause(oversizedMessage, {
  reports: [
    {
      when: 'as likely two cuts right after a large message',
      facts: { attempts: [endsAfter(0, 100, 100_000), endsAfter(60_000, 200, 120_000)] },
      confidence: 'likely',
      title: /^It ended 2 times right after a large message/,
      evidence: [/200 ms after the page had sent 100 kB/],
    },
  ],
  staysSilent: [
    { when: 'on one', facts: { attempts: [endsAfter(0, 100, 100_000)] } },
    {
      when: 'on small messages',
      facts: { attempts: [endsAfter(0, 100, 9_000), endsAfter(60_000, 200, 9_000)] },
    },
    {
      when: 'where the page sends large messages all the time',
      facts: { attempts: [endsAfter(0, 90_000, 100_000), endsAfter(60_000, 90_000, 100_000)] },
    },
  ],
});
