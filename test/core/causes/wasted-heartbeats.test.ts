import { wastedHeartbeats } from '../../../core/causes/wasted-heartbeats';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const beats = (everyMs: number, text = '{"type":"ping"}', more: ConnectionFacts = {}): ConnectionFacts => ({
  accepted: 'graphql-transport-ws',
  openAt: 50,
  messages: Array.from({ length: 8 }, (_, index) => ({
    at: 1_000 + index * everyMs,
    direction: 'out' as const,
    text,
  })),
  ...more,
});

describeChainCause(wastedHeartbeats, {
  reports: [
    {
      when: 'a heartbeat every two seconds',
      facts: { attempts: [beats(2_000)], nowAt: 60_000 },
      title: /every 2 s/,
      evidence: [/8 heartbeats/],
    },
    {
      when: 'as likely one that is too rare',
      facts: { attempts: [beats(90_000)], nowAt: 900_000 },
      confidence: 'likely',
      title: /too rare/,
      next: /25 s/,
    },
  ],
  staysSilent: [
    { when: 'on one every 25 s', facts: { attempts: [beats(25_000)], nowAt: 300_000 } },
    {
      when: 'on messages that are none',
      facts: { attempts: [beats(2_000, '{"type":"pong"}')], nowAt: 60_000 },
    },
    { when: 'without messages', facts: { attempts: [{ openAt: 50 }], nowAt: 60_000 } },
  ],
});
