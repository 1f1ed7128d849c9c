import { protocolViolation } from '../../../core/causes/protocol-violation';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, type ConnectionFacts } from '../../support/connection-builder';

const VIOLATED: ConnectionFacts = { openAt: 50, errorAt: 900, close: { at: 900, code: 1006 } };
const V8_STACK = 'Error\n    at connect (https://example.test/app.js:1:1)';

describeCause(protocolViolation, {
  reports: [
    {
      when: "Chromium's words",
      facts: {
        ...VIOLATED,
        handshake: { source: 'network-log', status: 101, failure: 'Invalid frame header' },
      },
      title: /A frame header is broken/,
      evidence: [/Chromium's network log says: Invalid frame header/, /error event before the close event/],
    },
    {
      when: 'reserved bits',
      facts: {
        ...VIOLATED,
        handshake: {
          source: 'network-log',
          status: 101,
          failure: 'One or more reserved bits are on: reserved1 = 1, reserved2 = 0, reserved3 = 0',
        },
      },
      title: /compressed/,
    },
    {
      when: 'a reserved close code that the server wrote',
      facts: {
        ...VIOLATED,
        handshake: {
          source: 'network-log',
          status: 101,
          failure: 'Received a broken close frame containing a reserved status code.',
        },
      },
      next: /1005, 1006 and 1015 must never be sent/,
    },
    {
      when: "a worker's socket",
      facts: {
        hasPage: false,
        handshake: { source: 'network-log', status: 101, failure: 'Could not decode a text frame as UTF-8.' },
      },
      title: /not valid UTF-8/,
    },
    {
      when: 'as likely an error before the close in Chromium, without words',
      facts: { ...VIOLATED, stack: V8_STACK },
      confidence: 'likely',
      next: /DevTools open from the start/,
    },
    {
      when: 'as likely the same with a log that holds no words',
      facts: { ...VIOLATED, handshake: { source: 'network-log', status: 101 } },
      confidence: 'likely',
    },
  ],
  staysSilent: [
    {
      when: 'on words that are not those of a violation',
      facts: { ...VIOLATED, handshake: { source: 'network-log', status: 101, failure: 'Something new' } },
    },
    {
      when: 'on the same in Firefox, where a reset looks like this too',
      facts: { ...VIOLATED, handshake: { source: 'web-request', status: 101 } },
    },
    { when: 'on the same in an unknown browser', facts: VIOLATED },
    {
      when: 'in Chromium without an error: the transport went away',
      facts: { openAt: 50, close: { at: 900, code: 1006 }, stack: V8_STACK },
    },
    { when: 'when the socket never opened', facts: { ...FAILED_FOR_PAGE, stack: V8_STACK } },
  ],
});
