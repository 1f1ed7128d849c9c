import { gaveUp } from '../../../core/causes/gave-up';
import { describeChainCause } from '../../support/chain-table';
import { FAILED_FOR_PAGE, type ConnectionFacts } from '../../support/connection-builder';

const FIRST: ConnectionFacts = {
  openAt: 50,
  messages: [
    { at: 60, direction: 'out', text: '{"protocol":"json","version":1}\u001e' },
    { at: 80, direction: 'in', text: '{}\u001e' },
  ],
  close: { at: 1_000, code: 1006 },
};
const retries = [1_000, 3_100, 13_200, 43_300].map((startAt) => ({ ...FAILED_FOR_PAGE, startAt }));

describeChainCause(gaveUp, {
  reports: [
    {
      when: 'as likely a SignalR client after its four attempts',
      facts: { attempts: [FIRST, ...retries], nowAt: 150_000 },
      confidence: 'likely',
      evidence: [
        /4 retries failed, which is all that @microsoft\/signalr .* makes, and none came in the 106.6 s/,
      ],
    },
  ],
  staysSilent: [
    { when: 'while it may still come', facts: { attempts: [FIRST, ...retries], nowAt: 60_000 } },
    { when: 'before its last attempt', facts: { attempts: [FIRST, ...retries.slice(0, 3)], nowAt: 900_000 } },
    {
      when: 'where the client is not known',
      facts: { attempts: [{ ...FIRST, messages: [] }, ...retries], nowAt: 900_000 },
    },
    { when: 'while nothing was retried', facts: { attempts: [FIRST], nowAt: 900_000 } },
  ],
});
