import { applicationCloseCode } from '../../../core/causes/application-close-code';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(applicationCloseCode, {
  reports: [
    {
      when: 'the code and reason of the server',
      facts: { openAt: 50, close: { at: 900, code: 4404, reason: 'Conversation not found' } },
      title: /^The server closed with the application code 4404: "Conversation not found"$/,
    },
    {
      when: 'a registered number without taking it for granted',
      facts: { openAt: 50, close: { at: 900, code: 3000 } },
      next: /IANA registers 3000 as "Unauthorized", but/,
    },
    {
      when: "the page's own code as information",
      facts: {
        openAt: 50,
        closeCall: { at: 880, readyState: 1, code: 4499, reason: 'Terminated' },
        close: { at: 900, code: 4499, reason: 'Terminated' },
      },
      severity: 'info',
      title: /^Your page closed the connection with its own code 4499: "Terminated"$/,
      evidence: [/The page called close\(4499, "Terminated"\) while open/],
    },
    {
      when: 'the server as the one who closed, when its code is not what the page sent',
      facts: {
        openAt: 50,
        closeCall: { at: 890, readyState: 1, code: 1000 },
        close: { at: 900, code: 4401 },
      },
      title: /^The server closed/,
    },
    {
      when: 'the server as the one who closed, when the page called close() only afterwards',
      facts: {
        openAt: 50,
        closeCall: { at: 950, readyState: 3, code: 4001 },
        close: { at: 900, code: 4001 },
      },
      title: /^The server closed/,
    },
  ],
  staysSilent: [
    { when: 'on 2999', facts: { openAt: 50, close: { at: 900, code: 2999 } } },
    { when: 'on 5000', facts: { openAt: 50, close: { at: 900, code: 5000 } } },
    { when: 'on 1000', facts: CLOSED_NORMALLY },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
