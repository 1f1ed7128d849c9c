import { graphqlWs } from '../../../core/protocols/graphql-ws';
import { describeProtocol, toMessage } from './protocol-table';

const accepted = 'graphql-ws';
const APP_SYNC = 'wss://a.appsync-realtime-api.eu-west-1.amazonaws.com/graphql';
const START =
  '{"id":"1","type":"start","payload":{"variables":{},"extensions":{},"operationName":"OnChat","query":"subscription OnChat { chat }"}}';

describeProtocol(graphqlWs, {
  conversations: [
    {
      shows: 'reads a session of subscriptions-transport-ws to its end',
      accepted,
      wire: [
        [
          { out: '{"type":"connection_init","payload":{"authToken":"x"}}' },
          { kind: 'request', summary: 'connection_init with payload', callId: 'connection_init' },
        ],
        [{ in: '{"type":"connection_ack"}' }, { kind: 'response', replyTo: 'connection_init' }],
        [{ in: '{"type":"ka"}' }, { kind: 'keep-alive', summary: 'ka' }],
        [{ out: START }, { kind: 'request', summary: 'start 1: subscription OnChat', channel: '1' }],
        [
          { in: '{"type":"data","id":"1","payload":{"data":{"chat":"hi"}}}' },
          { kind: 'event', summary: 'data 1: chat', channel: '1' },
        ],
        [
          { in: '{"type":"error","id":"1","payload":{"message":"Cannot query field"}}' },
          {
            kind: 'error',
            summary: 'error 1: Cannot query field',
            failure: { message: 'Cannot query field' },
          },
        ],
        [{ out: '{"id":"1","type":"stop"}' }, { kind: 'control', summary: 'stop 1' }],
        [{ in: '{"type":"complete","id":"1"}' }, { kind: 'response', summary: 'complete 1', replyTo: '1' }],
        [
          { out: '{"type":"connection_terminate","payload":null}' },
          { kind: 'end', summary: 'connection_terminate: the client ends it' },
        ],
      ],
    },
    {
      shows: 'pairs queries with their results, and leaves a silent subscription in peace',
      accepted,
      wire: [
        [{ out: '{"id":"2","type":"start","payload":{"query":"mutation Add { add }"}}' }, { callId: '2' }],
        [{ in: '{"type":"data","id":"2","payload":{"data":{"add":1}}}' }, { replyTo: '2' }],
      ],
    },
    {
      shows: 'reads refusals, as servers and Hasura write them',
      accepted,
      wire: [
        [
          { in: '{"type":"connection_error","payload":{"message":"Missing auth token!"}}' },
          { kind: 'error', summary: 'connection_error: Missing auth token!', replyTo: 'connection_init' },
        ],
        [
          { in: '{"type":"connection_error","payload":"Malformed Authorization header"}' },
          { failure: { message: 'Malformed Authorization header' } },
        ],
        [
          {
            in: '{"type":"error","id":"1","payload":{"path":"$","error":"start received before the connection is initialised","code":"start-failed"}}',
          },
          {
            summary: 'error 1: start received before the connection is initialised (start-failed)',
            failure: { code: 'start-failed', message: 'start received before the connection is initialised' },
          },
        ],
      ],
    },
    {
      shows: 'reads AppSync, which acknowledges each subscription and names its errors',
      url: APP_SYNC,
      accepted,
      wire: [
        [{ out: '{"type":"connection_init"}' }, { summary: 'connection_init' }],
        [
          { in: '{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}' },
          { summary: 'connection_ack, dead after 300 s without ka' },
        ],
        [
          {
            out: '{"id":"ee849ef0-cf23-4cb8-9fcb-152ae4fd1e69","type":"start","payload":{"data":"{\\"query\\":\\"subscription onCreateMessage { onCreateMessage { __typename } }\\",\\"variables\\":{}}","extensions":{"authorization":{"x-api-key":"x"}}}}',
          },
          {
            kind: 'request',
            summary: 'start ee849ef0…: subscription onCreateMessage',
            callId: 'ee849ef0-cf23-4cb8-9fcb-152ae4fd1e69',
          },
        ],
        [
          { in: '{"type":"start_ack","id":"ee849ef0-cf23-4cb8-9fcb-152ae4fd1e69"}' },
          { kind: 'response', replyTo: 'ee849ef0-cf23-4cb8-9fcb-152ae4fd1e69' },
        ],
        [
          {
            in: '{"type":"error","id":"1","payload":{"errors":[{"errorType":"LimitExceededError","message":"Rate limit exceeded"}]}}',
          },
          {
            summary: 'error 1: Rate limit exceeded (LimitExceededError)',
            failure: { code: 'LimitExceededError', message: 'Rate limit exceeded' },
          },
        ],
        [
          {
            in: '{"type":"connection_error","payload":{"errors":[{"errorType":"UnauthorizedException","errorCode":401}]}}',
          },
          {
            summary: 'connection_error: UnauthorizedException',
            failure: { code: 'UnauthorizedException', message: 'UnauthorizedException' },
          },
        ],
        [
          {
            in: '{"type":"error","errors":[{"errorType":"UnsupportedOperation","message":"unknown not supported through the realtime channel"}]}',
          },
          { summary: 'error: unknown not supported through the realtime channel (UnsupportedOperation)' },
        ],
        [
          { in: '{"type":"connection_error","payload":{"errors":[{"errorCode":400}]}}' },
          { failure: { code: '400', message: '400' } },
        ],
      ],
    },
    {
      shows: 'says what is none of its messages',
      accepted,
      wire: ['', 'ka', '{"type":"next","id":"1"}', '{"type":"subscribe"}', '[]'].map((text) => [
        { in: text },
        'unreadable',
      ]),
    },
  ],
  recognises: [
    { accepted },
    { url: APP_SYNC, offered: [accepted, 'header-eyJob3N0IjoiYSJ9'] },
    { firstMessages: [toMessage({ out: '{"type":"connection_init"}' }), toMessage({ in: '{"type":"ka"}' })] },
    { firstMessages: [toMessage({ out: START }), toMessage({ in: '{"type":"data","id":"1"}' })] },
  ],
  leaves: [
    { accepted: 'graphql-transport-ws' },
    { firstMessages: [toMessage({ in: '{"type":"data","id":"1"}' })] },
    { firstMessages: [toMessage({ out: '{"type":"start"}' }), toMessage({ out: '{"type":"stop"}' })] },
    { accepted: 'aws-appsync-event-ws', firstMessages: [toMessage({ out: '{"type":"connection_init"}' })] },
  ],
});
