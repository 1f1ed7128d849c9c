import { abnormalClosure } from '../../../core/causes/abnormal-closure';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';

const ERROR_FIRST: ConnectionFacts = { openAt: 50, errorAt: 900, close: { at: 900, code: 1006 } };

describeCause(abnormalClosure, {
  reports: [
    {
      when: 'an error that comes after the close as none before it',
      facts: { openAt: 50, close: { at: 900, code: 1006 }, errorAt: 950 },
      evidence: [/No error event came before/],
    },
    {
      when: 'it when messages prove that the socket had opened',
      facts: { messages: [{ at: 500, direction: 'in', text: 'hi' }], close: { at: 900, code: 1006 } },
      evidence: [/It ended 900 ms after it was created/],
    },
    {
      when: 'a transport that went away without an error',
      facts: { openAt: 50, close: { at: 900, code: 1006 } },
      title: /cut without a Close frame/,
      evidence: [/It had been open for 850 ms/, /No error event came before/],
    },
    {
      when: 'as likely an error before the close where Firefox leaves two readings',
      facts: { ...ERROR_FIRST, handshake: { source: 'web-request', status: 101 } },
      confidence: 'likely',
      title: /with an error and without a Close frame/,
      next: /TCP reset, or that the browser rejected/,
    },
    { when: 'as likely the same in an unknown browser', facts: ERROR_FIRST, confidence: 'likely' },
    {
      when: 'a server that never answered the close of the page',
      facts: {
        openAt: 50,
        closeCall: { at: 1_000, readyState: 1, code: 1000 },
        close: { at: 61_300, code: 1006 },
      },
      title: /Your page closed the connection, and the server never answered/,
      evidence: [/The page called close\(1000\) while open/, /never answered the close handshake, in 60.3 s/],
    },
    {
      when: 'a silence that fits a known idle timeout, as a hint',
      facts: {
        openAt: 50,
        messages: [{ at: 1_000, direction: 'in', text: 'hi' }],
        close: { at: 61_200, code: 1006 },
      },
      evidence: [/last recorded message came 60.2 s before the end/],
      next: /about 60 s, the default idle timeout of nginx/,
    },
    {
      when: "unknown words of Chromium's log with the close code",
      facts: {
        openAt: 50,
        close: { at: 900, code: 1006 },
        handshake: { source: 'network-log', status: 101, failure: 'Something new' },
      },
      evidence: [/Chromium's network log says: Something new/],
    },
  ],
  staysSilent: [
    { when: 'when the socket never opened', facts: FAILED_FOR_PAGE },
    {
      when: 'on a 1006 that a server sent',
      facts: { openAt: 50, close: { at: 900, code: 1006, wasClean: true } },
    },
    { when: 'on 1005', facts: { openAt: 50, close: { at: 900, code: 1005 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});
