import { backPressure } from '../../../core/causes/back-pressure';
import { buildConnection, STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';
import { describeCause } from '../../support/cause-table';

const CUT: ConnectionFacts = { openAt: 50, close: { at: 60_000, code: 1006 } };
function leftOver(bufferedAmount: number, code = 1006): ConnectionFacts {
  const facts: ConnectionFacts = { ...CUT, close: { at: 60_000, code } };
  const { close } = buildConnection(facts);
  return { ...facts, more: { close: close && { ...close, bufferedAmount } } };
}

/** 1.2 MB waited, and this much so many milliseconds later. */
function waiting(bytes: number, afterMs: number): ConnectionFacts {
  const sinceMs = buildConnection(STAYS_OPEN).startedMs + 10_000;
  return {
    ...STAYS_OPEN,
    more: { backlog: { sinceMs, fromBytes: 1_200_000, seenMs: sinceMs + afterMs, bytes } },
  };
}

describeCause(backPressure, {
  reports: [
    {
      when: 'as likely a cut with megabytes that never left',
      facts: leftOver(5_000_000),
      confidence: 'likely',
      title: /cut with 5 MB unsent/,
    },
    {
      when: 'as likely a backlog that grows while the socket is open',
      facts: waiting(2_500_000, 3_000),
      confidence: 'likely',
      title: /2.5 MB wait to be sent, and it grows/,
    },
  ],
  staysSilent: [
    { when: 'on a burst that has not had two seconds to leave', facts: waiting(2_500_000, 1_000) },
    { when: 'on a backlog that gets smaller', facts: waiting(1_100_000, 3_000) },
    { when: 'when little was left', facts: leftOver(20_000) },
    { when: 'when the server closed with a code', facts: leftOver(5_000_000, 1011) },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
