import type { MessageEventRecord } from '../capture/event';
import type { KnownFailure, Opening, Protocol } from './protocol';
import { decodeNats, natsFraming } from './reading/nats-operation';
import { toNatsWords } from './reading/nats-words';
import { createStreamReader } from './reading/stream-reader';

export const nats: Protocol = {
  id: 'nats',
  name: 'NATS',
  recognisedBy: 'The server begins with INFO and its id, or the client with CONNECT and its language.',
  decodes:
    'All operations, several in a message or one over several; -ERR, requests with their answers and time, status headers such as 503.',
  recognise,
  open: () =>
    createStreamReader<undefined>({
      framing: natsFraming,
      start: undefined,
      decode(bytes, message) {
        const operation = decodeNats(bytes);
        return operation && { packet: toNatsWords(operation, message), state: undefined };
      },
    }),
  closeCodes: [
    { from: 1000, meaning: 'The server closed it after the client was done.', retry: 'no', by: 'server' },
    { from: 1001, meaning: 'The server shuts down.', retry: 'with-backoff', by: 'server' },
    { from: 1002, meaning: 'The server could not read an operation.', retry: 'no', by: 'server' },
    {
      from: 1006,
      meaning:
        'Also this: pings went unanswered, or reading or writing failed. The server puts 1006 into its close frame, which no frame may hold.',
      retry: 'with-backoff',
      by: 'server',
    },
    {
      from: 1008,
      meaning:
        'Login refused, too late or expired, a limit (connections, subscriptions, line), or a client that reads too slowly: the reason or the -ERR before it says which.',
      retry: 'unknown',
      by: 'server',
    },
    { from: 1009, meaning: 'A payload was larger than `max_payload` in INFO.', retry: 'no', by: 'server' },
    {
      from: 1011,
      meaning: 'Another state of the server: the reason names it.',
      retry: 'unknown',
      by: 'server',
    },
  ],
  failures: [
    ...failuresOf('after-renewal', {
      'authorization violation': 'Login refused',
      'user authentication expired': 'The login was good once and is not any more',
      'user authentication revoked': 'The login was taken back',
      'account authentication expired': "The account's login is not good any more",
    }),
    ...failuresOf('with-backoff', {
      'authentication timeout': 'No login came in time after INFO',
      'maximum connections exceeded': 'The server has no room for another client',
      'maximum account active connections exceeded': 'The account has no room for another client',
      'slow consumer': 'The client read too slowly',
      'stale connection': 'Pings went unanswered',
    }),
    ...failuresOf('no', {
      'invalid client protocol': 'The client speaks a version that the server does not',
      'unknown protocol operation': 'The server does not know this operation',
      'parser error': 'The server could not read an operation',
      'maximum payload violation': 'A payload was larger than `max_payload` in INFO',
      'maximum control line exceeded': 'A line was too long: subjects are part of it',
      'maximum subscriptions exceeded': 'Too many subscriptions',
      'invalid subject': 'The subject is not valid; the connection goes on',
      'invalid publish subject': 'The subject is not valid; the connection goes on',
      'permissions violation': 'This subject is not for this login; the connection goes on',
      'secure connection - tls required': 'The server wants TLS',
      'attempted to connect to route port': 'This port is for other servers, not for clients',
      '503': 'Nobody answers this subject',
    }),
  ],
  heartbeat: {
    sentBy: 'both',
    everyMs: 120_000,
    deadAfterMs: 360_000,
    note: 'Each side sends PING every 2 minutes and gives up when two stay without PONG: the client after 6 minutes, the server with `Stale Connection`.',
  },
  reconnects: [
    {
      client: 'nats.js 3.4.0',
      waits: { kind: 'list', ms: [2_000] },
      jitter: 0.05,
      attempts: 10,
      note: 'Attempts count for each server; up to 1 s of chance over TLS. Two refused logins in a row on one server end it, unless `ignoreAuthErrorAbort` is set.',
    },
  ],
  testedWith: ['operations as in the documentation'],
};

function recognise({ firstMessages }: Opening) {
  return firstMessages.some(isOpening) ? 'certain' : undefined;
}

function isOpening({ direction, text, bytes }: MessageEventRecord): boolean {
  const head = text?.slice(0, HEAD) ?? new TextDecoder().decode(bytes?.subarray(0, HEAD));
  return direction === 'in'
    ? /^INFO[ \t]+\{.{0,2000}?"server_id"/i.test(head)
    : /^CONNECT[ \t]+\{.{0,2000}?"(verbose|lang)"/i.test(head);
}
const HEAD = 2_000;

function failuresOf(
  retry: KnownFailure['retry'],
  meanings: Readonly<Record<string, string>>,
): KnownFailure[] {
  return Object.entries(meanings).map(([code, meaning]) => ({ code, meaning, retry }));
}
