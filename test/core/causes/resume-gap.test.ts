import { resumeGap } from '../../../core/causes/resume-gap';
import { describeChainCause } from '../../support/chain-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const discord = (messages: readonly string[], more: ConnectionFacts = {}): ConnectionFacts => ({
  url: 'wss://gateway.discord.gg/?v=10&encoding=json',
  openAt: 50,
  messages: ['{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}', ...messages].map(
    (text, index) => ({
      at: 60 + index * 10,
      direction: 'in',
      text,
    }),
  ),
  ...more,
});
const INVALID = (mayResume: boolean) => `{"op":9,"d":${mayResume},"s":null,"t":null}`;

describeChainCause(resumeGap, {
  reports: [
    {
      when: 'a session that the server no longer knows',
      facts: { attempts: [discord([INVALID(false)])] },
      evidence: [/invalid session/],
    },
    {
      when: 'a close code that says the same',
      facts: { attempts: [discord([], { close: { at: 900, code: 4009 } })] },
      evidence: [/closed with 4009/],
    },
  ],
  staysSilent: [
    { when: 'where the session may be resumed', facts: { attempts: [discord([INVALID(true)])] } },
    { when: 'where all is well', facts: { attempts: [discord([])] } },
    {
      when: 'in a protocol that does not say such a thing',
      facts: { attempts: [{ openAt: 50, close: { at: 900, code: 4009 } }] },
    },
  ],
});
