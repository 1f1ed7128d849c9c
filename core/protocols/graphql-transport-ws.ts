import type { Protocol } from './protocol';
import { HASURA_FAILURES } from './reading/hasura-failures';
import {
  COMMON_VOCABULARY,
  decodeGraphql,
  describeOperation,
  describeResult,
  type DescribeGraphql,
} from './reading/graphql-packet';
import { recogniseGraphql } from './reading/graphql-recognition';
import { createStatelessReader } from './reading/reader';

const SUBPROTOCOL = 'graphql-transport-ws';

const VOCABULARY = new Map<string, DescribeGraphql>([
  ...COMMON_VOCABULARY,
  ['ping', ({ payload }) => ({ kind: 'ping', summary: 'ping', data: payload })],
  ['pong', ({ payload }) => ({ kind: 'pong', summary: 'pong', data: payload })],
  ['subscribe', (message) => describeOperation(message, false)],
  ['next', describeResult],
]);

/** GraphQL over WebSocket, today's protocol: the library graphql-ws, Apollo, urql, Relay, Hasura, Yoga and others. */
export const graphqlTransportWs: Protocol = {
  id: 'graphql-transport-ws',
  name: 'GraphQL over WebSocket',
  recognisedBy:
    'The server took the subprotocol `graphql-transport-ws`; where that is not known, the first messages have its types, among them an opening or a query, and one of `subscribe`, `next`, `ping` and `pong`.',
  decodes:
    'Opening and its answer, operations with their names, results, errors with their codes, completions, heartbeats; queries and mutations are paired with their answers.',
  recognise: (opening) =>
    recogniseGraphql(opening, {
      subprotocol: SUBPROTOCOL,
      vocabulary: VOCABULARY,
      operation: 'subscribe',
      own: ['next', 'ping', 'pong'],
    }),
  open: () => createStatelessReader((message) => decodeGraphql(message, VOCABULARY)),
  closeCodes: [
    { from: 4004, meaning: 'The client could not read what the server sent.', retry: 'no', by: 'client' },
    { from: 4005, meaning: 'The client failed while it opened the connection.', retry: 'no', by: 'client' },
    {
      from: 4400,
      meaning: 'Bad request: the server could not read a message, or did not expect its type.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 4401,
      meaning:
        'Unauthorized: an operation came before `connection_ack`. Applications also use it for a missing or expired token.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 4403,
      meaning: 'Forbidden: the server refused `connection_init`, usually for its token.',
      retry: 'after-renewal',
      by: 'server',
    },
    {
      from: 4406,
      meaning: 'The server does not speak the subprotocol that the client offered.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 4408,
      meaning: 'No `connection_init` came in time (3 s if not set).',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 4409,
      meaning: 'Two operations ran under one id.',
      retry: 'no',
      by: 'server',
    },
    { from: 4429, meaning: 'The client sent `connection_init` twice.', retry: 'no', by: 'server' },
    {
      from: 4499,
      meaning: 'The page gave the socket up with `terminate()`, usually after a missed pong.',
      retry: 'yes',
      by: 'client',
    },
    { from: 4500, meaning: 'The server failed while it handled a message.', retry: 'no', by: 'server' },
    {
      from: 4504,
      meaning: 'No `connection_ack` came in the time that the page allows.',
      retry: 'yes',
      by: 'client',
    },
  ],
  failures: [
    { code: 'GRAPHQL_PARSE_FAILED', meaning: 'The operation is no GraphQL', retry: 'no' },
    { code: 'GRAPHQL_VALIDATION_FAILED', meaning: 'The operation does not fit the schema', retry: 'no' },
    { code: 'BAD_USER_INPUT', meaning: 'A variable has a wrong value', retry: 'no' },
    {
      code: 'PERSISTED_QUERY_NOT_FOUND',
      meaning: 'The server does not know the query by its hash',
      retry: 'no',
    },
    { code: 'UNAUTHENTICATED', meaning: 'Not signed in, or the token has expired', retry: 'after-renewal' },
    { code: 'FORBIDDEN', meaning: 'Signed in, but not allowed', retry: 'no' },
    { code: 'INTERNAL_SERVER_ERROR', meaning: 'A resolver failed', retry: 'with-backoff' },
    ...HASURA_FAILURES,
  ],
  heartbeat: {
    sentBy: 'both',
    everyMs: 'not-set',
    deadAfterMs: 'not-set',
    note: "Either side may send `ping`, the other answers `pong`. The library's client sends none unless `keepAlive` is set, and then only tells the page; its server sends WebSocket pings every 12 s, which a page does not see, and cuts the connection after 12 s without an answer.",
  },
  reconnects: [
    {
      client: 'graphql-ws 6.4.2',
      waits: { kind: 'growing', firstMs: 1_000, factor: 2, maxMs: 16_000 },
      jitter: 0,
      addedMs: [300, 3_000],
      attempts: 5,
      note: 'Chance adds 0.3 to 3 s to each wait. Not after 4004, 4005, 4400, 4401, 4406, 4409, 4429 and 4500, nor after 1002 to 1004, 1007 to 1011 and 1015; after 1000 only while operations run. A lazy client comes back only for operations.',
    },
  ],
  testedWith: ['graphql-ws 6.4.2 (server and client)', 'Hasura texts'],
};
