import { crashOnMessage } from '../../../core/causes/crash-on-message';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

function ends(startAt: number, ...types: string[]): ConnectionFacts {
  const messages = types.map((type, index) => ({
    at: 1_000 + index * 4_000,
    direction: 'out' as const,
    text: `{"type":"${type}"}`,
  }));
  return { startAt, openAt: 50, messages, close: { at: (messages.at(-1)?.at ?? 0) + 100, code: 1006 } };
}

describeChainCause(crashOnMessage, {
  reports: [
    {
      when: 'as likely two cuts right after the same kind of message',
      facts: { attempts: [ends(0, 'hello', 'export'), ends(60_000, 'hello', 'draw', 'export')] },
      confidence: 'likely',
      title: /^It ended 2 times right after "export" was sent/,
      evidence: [/100 ms after the page had sent "export"/],
    },
  ],
  staysSilent: [
    { when: 'on one cut', facts: { attempts: [ends(0, 'hello', 'export')] } },
    {
      when: 'on different messages',
      facts: { attempts: [ends(0, 'a', 'export'), ends(60_000, 'a', 'draw')] },
    },
    {
      when: 'when the same kind had done no harm before',
      facts: { attempts: [ends(0, 'tick', 'tick'), ends(60_000, 'tick', 'tick', 'tick')] },
    },
    {
      when: 'when the server had answered',
      facts: {
        attempts: [0, 60_000].map((startAt) => ({
          ...ends(startAt, 'export'),
          messages: [
            { at: 1_000, direction: 'out' as const, text: '{"type":"export"}' },
            { at: 1_050, direction: 'in' as const, text: '{"type":"done"}' },
          ],
        })),
      },
    },
    {
      when: 'when the server closed with a refusal',
      facts: {
        attempts: [ends(0, 'login'), ends(60_000, 'login')].map((one) => ({
          ...one,
          close: { at: 1_100, code: 4401 },
        })),
      },
    },
  ],
});
