import { protocolError } from '../../../core/causes/protocol-error';
import { describeCause } from '../../support/cause-table';
import type { ConnectionFacts } from '../../support/connection-builder';

const hasura: ConnectionFacts = { accepted: 'graphql-ws', protocols: ['graphql-ws'], openAt: 50 };
const init = { at: 60, direction: 'out', text: '{"type":"connection_init","payload":{}}' } as const;
const expired = {
  at: 100,
  direction: 'in',
  text: '{"type":"connection_error","payload":"Could not verify JWT: JWTExpired"}',
} as const;
const call = { at: 60, direction: 'out', text: '{"jsonrpc":"2.0","id":1,"method":"save"}' } as const;
const failed = {
  at: 100,
  direction: 'in',
  text: '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}',
} as const;

describeCause(protocolError, {
  reports: [
    {
      when: 'an error while the connection lives',
      facts: { ...hasura, messages: [init, expired] },
      title: /server reported an error: .*JWTExpired/,
    },
    {
      when: 'an error right before the server closes with a code that looks fine',
      facts: { ...hasura, messages: [init, expired], close: { at: 110, code: 1000 } },
      confidence: 'likely',
      severity: 'error',
      title: /reported an error, and the connection ended: .*JWTExpired/,
      evidence: [/The server sent: connection_error/, /close code 1000/],
    },
    {
      when: 'how many there were',
      facts: { ...hasura, messages: [init, expired, { ...expired, at: 300 }] },
      title: /reported 2 errors, the last one: .*JWTExpired/,
    },
  ],
  staysSilent: [
    { when: 'without an error', facts: { ...hasura, messages: [init] } },
    {
      when: 'on a failed call before the connection is cut: it is about the call',
      facts: { openAt: 50, messages: [call, failed], close: { at: 110, code: 1006 } },
    },
    {
      when: 'where the connection lived on for long after it',
      facts: { ...hasura, messages: [init, expired], close: { at: 60_000, code: 1000 } },
    },
  ],
});
