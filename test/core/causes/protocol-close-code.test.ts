import { protocolCloseCode } from '../../../core/causes/protocol-close-code';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN, type ConnectionFacts } from '../../support/connection-builder';

const graphql: ConnectionFacts = { accepted: 'graphql-transport-ws', openAt: 50 };
const pusher: ConnectionFacts = { url: 'wss://ws.example.test/app/key?protocol=7&client=js', openAt: 50 };

describeCause(protocolCloseCode, {
  reports: [
    {
      when: 'a code that only this protocol gives a meaning',
      facts: { ...graphql, close: { at: 900, code: 4429, reason: 'Too many initialisation requests' } },
      title:
        /^The GraphQL over WebSocket server closed with 4429: .+twice: "Too many initialisation requests"$/,
      evidence: [/4429 means/],
    },
    {
      when: 'a range where the code itself has no row, and what it says of trying again',
      facts: { ...pusher, close: { at: 900, code: 4150 } },
      severity: 'warning',
      next: /growing, random delay/,
    },
  ],
  staysSilent: [
    {
      when: 'on the same code in a protocol that is not known',
      facts: { openAt: 50, close: { at: 900, code: 4429 } },
    },
    {
      when: 'after an error that says more than the code',
      facts: {
        openAt: 50,
        messages: [
          { at: 60, direction: 'in', text: 'INFO {"server_id":"A","version":"2.10.0","proto":1}\r\n' },
          { at: 800, direction: 'in', text: "-ERR 'Authorization Violation'\r\n" },
        ],
        close: { at: 900, code: 1008, reason: 'authentication failure' },
      },
    },
    { when: 'on 1000', facts: { ...graphql, ...CLOSED_NORMALLY } },
    {
      when: "on the server's code from the page",
      facts: {
        ...graphql,
        closeCall: { at: 800, readyState: 1, code: 4429 },
        close: { at: 900, code: 4429 },
      },
    },
    { when: 'while the socket is open', facts: { ...graphql, ...STAYS_OPEN } },
  ],
});
