import type { Opening, Protocol } from './protocol';
import { HASURA_FAILURES } from './reading/hasura-failures';
import {
  COMMON_VOCABULARY,
  decodeGraphql,
  describeControl,
  describeOperation,
  describeResult,
  of,
  operation,
  type DescribeGraphql,
} from './reading/graphql-packet';
import { recogniseGraphql } from './reading/graphql-recognition';
import { createStatelessReader } from './reading/reader';

const SUBPROTOCOL = 'graphql-ws';
/** The hosts of AppSync; a domain of one's own also ends in this path. */
const APP_SYNC = /^wss:\/\/[^/]*\.appsync-realtime-api\.|^wss:\/\/[^/?]+\/graphql\/realtime(?:[?]|$)/;

const VOCABULARY = new Map<string, DescribeGraphql>([
  ...COMMON_VOCABULARY,
  ['start', (message) => describeOperation(message, false)],
  ['data', describeResult],
  ['stop', describeControl],
  ['ka', () => ({ kind: 'keep-alive', summary: 'ka' })],
  ['connection_terminate', ({ type }) => ({ kind: 'end', summary: `${type}: the client ends it` })],
  [
    'start_ack',
    ({ type, id }) => ({
      kind: 'response',
      summary: `${type}${of(id)}`,
      ...operation(id),
      ...(id !== undefined && { replyTo: id }),
    }),
  ],
]);
const APP_SYNC_VOCABULARY = new Map<string, DescribeGraphql>([
  ...VOCABULARY,
  ['start', (message) => describeOperation(message, true)],
]);

/** The old GraphQL protocol, which names itself `graphql-ws`, as the new library does: the two do not understand each other. */
export const graphqlWs: Protocol = {
  id: 'graphql-ws',
  name: 'GraphQL over WebSocket (legacy, AppSync)',
  recognisedBy:
    'The server took the subprotocol `graphql-ws`; where that is not known, the first messages have its types, among them an opening or a query, and one of `start`, `data`, `ka` and `start_ack`.',
  decodes:
    "Opening and its answer or refusal, operations with their names, results, errors with their codes, `ka`, AppSync's `start_ack` and time-outs.",
  recognise: (opening) =>
    recogniseGraphql(opening, {
      subprotocol: SUBPROTOCOL,
      vocabulary: VOCABULARY,
      operation: 'start',
      own: ['ka', 'data', 'start_ack'],
    }),
  open: ({ url }: Opening) => {
    const vocabulary = APP_SYNC.test(url) ? APP_SYNC_VOCABULARY : VOCABULARY;
    return createStatelessReader((message) => decodeGraphql(message, vocabulary));
  },
  closeCodes: [
    {
      from: 1000,
      meaning:
        'The client stopped, or the server hides a refusal in the reason: Hasura writes `{"server_error_msg":"4400: ..."}` into it.',
      retry: 'unknown',
    },
    {
      from: 1002,
      meaning: 'The client offered another subprotocol than `graphql-ws`.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 1011,
      meaning: '`onConnect` of the server refused or failed; `connection_error` came before it.',
      retry: 'after-renewal',
      by: 'server',
    },
  ],
  failures: [
    { code: 'UnauthorizedException', meaning: 'AppSync: no valid credentials', retry: 'after-renewal' },
    { code: 'BadRequestException', meaning: 'AppSync: the request itself is wrong', retry: 'no' },
    {
      code: 'LimitExceededError',
      meaning: 'AppSync: too many operations or connections',
      retry: 'with-backoff',
    },
    {
      code: 'MaxSubscriptionsReachedError',
      meaning: 'AppSync: too many subscriptions on one connection',
      retry: 'no',
    },
    {
      code: 'UnsupportedOperation',
      meaning: 'AppSync: only subscriptions go over this channel',
      retry: 'no',
    },
    { code: '400', meaning: 'AppSync: bad request', retry: 'no' },
    { code: '401', meaning: 'AppSync: no valid credentials', retry: 'after-renewal' },
    { code: '403', meaning: 'AppSync: not allowed', retry: 'after-renewal' },
    { code: 'start-failed', meaning: 'Hasura: an operation came before `connection_ack`', retry: 'no' },
    ...HASURA_FAILURES,
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 'not-set',
    deadAfterMs: 'negotiated',
    note: 'The server sends `ka`, which nobody answers. A client that has had one closes after 30 s without the next (subscriptions-transport-ws), or after `connectionTimeoutMs` (AppSync, 5 minutes).',
  },
  reconnects: [
    {
      client: 'subscriptions-transport-ws 0.11',
      waits: { kind: 'growing', firstMs: 100, factor: 2, maxMs: 10_000 },
      jitter: 0.5,
      attempts: undefined,
      note: 'Only with `reconnect: true`, and then after every close but its own.',
    },
    {
      client: 'AWS Amplify 6 (AppSync)',
      waits: { kind: 'list', ms: [5_000, 60_000] },
      jitter: 0,
      attempts: undefined,
      note: 'Not after errors 400, 401 and 403, `BadRequestException` or `UnauthorizedException`; each try waits 15 s for `connection_ack`.',
    },
  ],
  testedWith: ['samples of subscriptions-transport-ws, Hasura and AppSync'],
};
