import { graphqlTransportWs } from '../../../core/protocols/graphql-transport-ws';
import { describeProtocol, toMessage } from './protocol-table';

const accepted = 'graphql-transport-ws';
const SUBSCRIBE =
  '{"id":"1","type":"subscribe","payload":{"query":"# live\\nsubscription OnChat($room: ID!) { chat(room: $room) }"}}';

describeProtocol(graphqlTransportWs, {
  conversations: [
    {
      shows: 'reads opening, operations, results and their end',
      accepted,
      wire: [
        [
          { out: '{"type":"connection_init","payload":{"token":"x"}}' },
          { kind: 'request', summary: 'connection_init with payload', callId: 'connection_init' },
        ],
        [{ in: '{"type":"connection_ack"}' }, { kind: 'response', replyTo: 'connection_init' }],
        [{ out: SUBSCRIBE }, { kind: 'request', summary: 'subscribe 1: subscription OnChat', channel: '1' }],
        [
          { in: '{"id":"1","type":"next","payload":{"data":{"chat":"hi"}}}' },
          { kind: 'event', summary: 'next 1: chat', channel: '1', data: { data: { chat: 'hi' } } },
        ],
        [
          { out: '{"id":"2","type":"subscribe","payload":{"query":"{ me }","operationName":"Me"}}' },
          { summary: 'subscribe 2: query Me', callId: '2' },
        ],
        [
          {
            in: '{"id":"2","type":"next","payload":{"data":{"me":null},"errors":[{"message":"No","extensions":{"code":"UNAUTHENTICATED"}}]}}',
          },
          {
            kind: 'event',
            summary: 'next 2: me, error: No (UNAUTHENTICATED)',
            replyTo: '2',
            failure: { message: 'No', code: 'UNAUTHENTICATED' },
          },
        ],
        [{ in: '{"id":"2","type":"complete"}' }, { kind: 'response', summary: 'complete 2' }],
        [
          { in: '{"id":"1","type":"error","payload":[{"message":"Syntax"},{"message":"More"}]}' },
          { kind: 'error', summary: 'error 1: Syntax (and 1 more)', replyTo: '1' },
        ],
        [
          { out: '{"id":"1","type":"complete"}' },
          { kind: 'control', summary: 'complete 1: the client stops it' },
        ],
        [{ in: '{"type":"ping","payload":{"message":"keepalive"}}' }, { kind: 'ping' }],
        [{ out: '{"type":"pong"}' }, { kind: 'pong' }],
      ],
    },
    {
      shows: "reads Hasura's refusals, which are of the legacy protocol",
      accepted,
      wire: [
        [
          { in: '{"type":"connection_error","payload":"Could not verify JWT: JWTExpired"}' },
          {
            kind: 'error',
            summary: 'connection_error: Could not verify JWT: JWTExpired',
            replyTo: 'connection_init',
            failure: { message: 'Could not verify JWT: JWTExpired' },
          },
        ],
        [
          {
            in: '{"id":"1","type":"error","payload":[{"extensions":{"code":"validation-failed","path":"$"},"message":"field \\"a\\" not found"}]}',
          },
          { failure: { code: 'validation-failed', message: 'field "a" not found' } },
        ],
      ],
    },
    {
      shows: 'reads what was cut as far as it goes, and says what a client would close with 4004 for',
      accepted,
      wire: [
        [
          { in: '{"id":"a-very-long-id","type":"next","payload":{"data":{"big":"bbb', isCut: true },
          { kind: 'event', summary: 'next a-very-l… (cut)', channel: 'a-very-long-id' },
        ],
        ...['', 'hello', '{}', '{"type":"start"}', '{"type":7}', '[]', '{"type":"next'].map(
          (text) => [{ in: text }, 'unreadable'] as const,
        ),
        [{ in: '{"id":"1","ty', isCut: true }, 'unreadable'],
        [{ in: Uint8Array.of(1) }, 'unreadable'],
      ],
    },
    {
      shows: 'takes errors in whatever form they come',
      accepted,
      wire: [
        [
          { in: '{"id":"1","type":"error","payload":"no"}' },
          { summary: 'error 1: no', failure: { message: 'no' } },
        ],
        [{ in: '{"id":"1","type":"error"}' }, { summary: 'error 1: no reason given' }],
        [{ in: '{"id":"1","type":"error","payload":[]}' }, { failure: { message: '' } }],
        [{ in: '{"id":"1","type":"error","payload":[7]}' }, { failure: { message: '' } }],
        [{ in: '{"id":1,"type":"next","payload":{"errors":[]}}' }, { summary: 'next 1' }],
      ],
    },
  ],
  recognises: [
    { accepted },
    { offered: [accepted, 'graphql-ws'] },
    { firstMessages: [toMessage({ out: '{"type":"connection_init"}' }), toMessage({ out: SUBSCRIBE })] },
    { firstMessages: [toMessage({ out: '{"type":"connection_init"}' })], offered: [accepted] },
  ],
  leaves: [
    { accepted: 'graphql-ws' },
    { offered: ['graphql-ws', accepted] },
    { firstMessages: [toMessage({ out: '{"type":"connection_init"}' })] },
    { firstMessages: [toMessage({ out: '{"type":"ping"}' }), toMessage({ in: '{"type":"pong"}' })] },
    { firstMessages: [toMessage({ out: '{"type":"subscribe","channel":"a"}' })] },
    { firstMessages: [toMessage({ out: SUBSCRIBE }), toMessage({ in: '{"type":"welcome"}' })] },
  ],
});
