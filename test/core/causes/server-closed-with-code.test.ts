import { serverClosedWithCode } from '../../../core/causes/server-closed-with-code';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(serverClosedWithCode, {
  reports: [
    {
      when: 'a 1006 with a reason, which only a server can have sent',
      facts: { openAt: 50, close: { at: 900, code: 1006, reason: 'bye' } },
      title: /1006, which must never be sent/,
    },
    {
      when: '1011 and its reason',
      facts: { openAt: 50, close: { at: 40_000, code: 1011, reason: 'keepalive ping timeout' } },
      title: /^The server closed with 1011 \(internal error\): "keepalive ping timeout"$/,
      evidence: [/The page saw close code 1011, reason "keepalive ping timeout", clean/],
    },
    {
      when: '1012 as a warning, for it heals',
      facts: { openAt: 50, close: { at: 900, code: 1012 } },
      severity: 'warning',
      title: /service restart/,
    },
    { when: '1009', facts: { openAt: 50, close: { at: 900, code: 1009 } }, next: /Split the message/ },
    {
      when: '1008',
      facts: { openAt: 50, close: { at: 900, code: 1008, reason: 'no' } },
      title: /policy violation\): "no"/,
    },
    {
      when: 'a code without a meaning',
      facts: { openAt: 50, close: { at: 900, code: 2000 } },
      title: /2000 \(unassigned\)/,
      next: /No standard/,
    },
    { when: 'a code below 1000', facts: { openAt: 50, close: { at: 900, code: 999 } }, title: /999/ },
    { when: 'a code above 4999', facts: { openAt: 50, close: { at: 900, code: 65_535 } }, title: /65535/ },
    {
      when: 'an error that hides in the reason of 1000',
      facts: {
        openAt: 50,
        close: {
          at: 900,
          code: 1000,
          reason: '{"server_error_msg":"4400: Connection initialization failed"}',
        },
      },
      title: /1000, but its reason names an error: "4400: Connection initialization failed"/,
    },
    {
      when: 'a code in the text of the reason',
      facts: { openAt: 50, close: { at: 900, code: 1000, reason: '4401: expired' } },
      title: /4401: expired/,
    },
    {
      when: 'a session limit in the reason of 1001',
      facts: {
        openAt: 50,
        close: { at: 900, code: 1001, reason: 'Your session hit the maximum duration of 60 minutes.' },
      },
      title: /maximum duration/,
    },
    {
      when: 'a 1006 that a server sent, which Firefox hands on as clean',
      facts: { openAt: 50, close: { at: 900, code: 1006, wasClean: true } },
      title: /1006, which must never be sent/,
    },
    {
      when: 'a 1005 with a reason, which only a server can have sent',
      facts: { openAt: 50, close: { at: 900, code: 1005, reason: 'bye' } },
      title: /1005, which must never be sent: "bye"/,
    },
    {
      when: 'a 1015 after the socket had opened',
      facts: { openAt: 50, close: { at: 900, code: 1015 } },
      title: /1015, which must never be sent/,
    },
    {
      when: "the server's code although the page had called close() with another",
      facts: {
        openAt: 50,
        closeCall: { at: 890, readyState: 1, code: 1000 },
        close: { at: 900, code: 1011 },
      },
      evidence: [/The page called close\(1000\) while open/],
    },
  ],
  staysSilent: [
    { when: 'on 1000', facts: CLOSED_NORMALLY },
    { when: 'on 1001 without more', facts: { openAt: 50, close: { at: 900, code: 1001 } } },
    { when: 'on 1005 without a reason', facts: { openAt: 50, close: { at: 900, code: 1005 } } },
    { when: 'on an ordinary 1006', facts: { openAt: 50, close: { at: 900, code: 1006 } } },
    {
      when: 'on 1015 before the socket opened',
      facts: { errorAt: 90, close: { at: 90, code: 1015, wasClean: false } },
    },
    { when: 'on a code of the application', facts: { openAt: 50, close: { at: 900, code: 4001 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
