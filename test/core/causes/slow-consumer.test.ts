import { slowConsumer } from '../../../core/causes/slow-consumer';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(slowConsumer, {
  reports: [
    {
      when: 'a NATS server that gives it as its reason',
      facts: { openAt: 50, close: { at: 900, code: 1008, reason: 'Slow Consumer' } },
      evidence: [/gives as its reason: "Slow Consumer"/],
    },
    {
      when: 'Centrifugo, which says "slow"',
      facts: { openAt: 50, close: { at: 900, code: 3008, reason: 'slow' } },
    },
    {
      when: 'a server that says it in an error message before the end',
      facts: {
        openAt: 50,
        messages: [{ at: 800, direction: 'in', text: '{"type":"error","message":"client too slow"}' }],
        close: { at: 900, code: 1008 },
      },
      evidence: [/The server said before the end: .*too slow/],
    },
  ],
  staysSilent: [
    {
      when: 'on words that only sound like it',
      facts: { openAt: 50, close: { at: 900, code: 1008, reason: 'slow down' } },
    },
    {
      when: 'on a reason that the page gave',
      facts: {
        openAt: 50,
        closeCall: { at: 800, readyState: 1, code: 4000, reason: 'slow' },
        close: { at: 900, code: 4000, reason: 'slow' },
      },
    },
    { when: 'on a normal close', facts: CLOSED_NORMALLY },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
