import { acceptedThenDropped } from '../../../core/causes/accepted-then-dropped';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';

const DROPPED: ConnectionFacts = { openAt: 50, close: { at: 250, code: 1006 } };

describeCause(acceptedThenDropped, {
  reports: [
    {
      when: 'as likely an end right after open',
      facts: DROPPED,
      confidence: 'likely',
      evidence: [/No message came in the 200 ms between open and the end/],
    },
    {
      when: 'as likely the same after a greeting of the page',
      facts: { ...DROPPED, messages: [{ at: 60, direction: 'out', text: 'hello' }] },
      confidence: 'likely',
    },
  ],
  staysSilent: [
    {
      when: 'after a message of the server',
      facts: { ...DROPPED, messages: [{ at: 60, direction: 'in', text: 'hi' }] },
    },
    { when: 'when it had lived for some seconds', facts: { openAt: 50, close: { at: 5_000, code: 1006 } } },
    {
      when: 'with an error first, which Firefox gives for a bad frame too',
      facts: { ...DROPPED, errorAt: 250 },
    },
    { when: 'when the page closed it', facts: { ...DROPPED, closeCall: { at: 100, readyState: 1 } } },
    { when: 'on a close code', facts: { openAt: 50, close: { at: 250, code: 1008 } } },
    { when: 'when it never opened', facts: FAILED_FOR_PAGE },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
