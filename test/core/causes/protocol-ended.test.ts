import { protocolEnded } from '../../../core/causes/protocol-ended';
import { describeCause } from '../../support/cause-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const cable: ConnectionFacts = {
  accepted: 'actioncable-v1-json',
  protocols: ['actioncable-v1-json'],
  openAt: 50,
};
const refusal = {
  at: 100,
  direction: 'in',
  text: '{"type":"disconnect","reason":"unauthorized","reconnect":false}',
} as const;

describeCause(protocolEnded, {
  reports: [
    {
      when: "the server's last word, whatever the code that follows",
      facts: { ...cable, messages: [refusal], close: { at: 120, code: 1000 } },
      title: /^The Action Cable server ended the connection: .*/,
      evidence: [/The server sent: .*unauthorized/, /close code 1000/],
      next: /refused again|Renew/,
    },
    {
      when: 'it where the network ends the connection without a Close frame',
      facts: { ...cable, messages: [refusal], close: { at: 120, code: 1006 } },
    },
    {
      when: 'a login that a broker refuses before it cuts the connection',
      facts: {
        openAt: 50,
        accepted: 'v12.stomp',
        protocols: ['v12.stomp'],
        messages: [{ at: 100, direction: 'in', text: 'ERROR\nmessage:Bad CONNECT\n\nAccess refused\0' }],
        close: { at: 110, code: 1006, wasClean: false },
      },
      title: /^The STOMP server ended the connection: .*"Bad CONNECT: Access refused"$/,
    },
    {
      when: 'a handshake that a SignalR hub refuses, also where the page closes first',
      facts: {
        openAt: 50,
        messages: [
          { at: 60, direction: 'out', text: '{"protocol":"json","version":1}\u001e' },
          { at: 100, direction: 'in', text: '{"error":"The protocol \'json\' is not supported."}\u001e' },
        ],
        closeCall: { at: 105, readyState: 1, code: 1000 },
        close: { at: 110, code: 1000 },
      },
      title: /^The SignalR server ended the connection: /,
    },
  ],
  staysSilent: [
    { when: 'while the connection lives', facts: { ...cable, messages: [refusal] } },
    {
      when: 'where the connection lived on for long after it',
      facts: { ...cable, messages: [refusal], close: { at: 60_000, code: 1006 } },
    },
    {
      when: 'where the page said it',
      facts: { ...cable, messages: [{ ...refusal, direction: 'out' }], close: { at: 120, code: 1000 } },
    },
  ],
});
