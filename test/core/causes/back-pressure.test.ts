import { backPressure } from '../../../core/causes/back-pressure';
import { buildConnection, STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';
import { describeCause } from '../../support/cause-table';

const CUT: ConnectionFacts = { openAt: 50, close: { at: 60_000, code: 1006 } };
function leftOver(bufferedAmount: number, code = 1006): ConnectionFacts {
  const facts: ConnectionFacts = { ...CUT, close: { at: 60_000, code } };
  const { close } = buildConnection(facts);
  return { ...facts, more: { close: close && { ...close, bufferedAmount } } };
}

describeCause(backPressure, {
  reports: [
    {
      when: 'as likely a cut with megabytes that never left',
      facts: leftOver(5_000_000),
      confidence: 'likely',
      title: /cut with 5 MB unsent/,
    },
  ],
  staysSilent: [
    { when: 'when little was left', facts: leftOver(20_000) },
    { when: 'when the server closed with a code', facts: leftOver(5_000_000, 1011) },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
