import type { KnownFailure, ProtocolCloseCode } from '../protocol';

/** The numbers of `pusher:error` and of Close frames: the protocol description, section "Error codes". */
const REFUSED: readonly KnownFailure[] = [
  { code: '4000', meaning: 'The application takes TLS connections only: use wss', retry: 'no' },
  { code: '4001', meaning: 'The application does not exist: a wrong key or cluster', retry: 'no' },
  { code: '4003', meaning: 'The application is disabled', retry: 'no' },
  { code: '4004', meaning: 'The application is over its quota of connections', retry: 'no' },
  { code: '4005', meaning: 'The path is not found', retry: 'no' },
  { code: '4006', meaning: 'The version string is invalid', retry: 'no' },
  { code: '4007', meaning: 'The protocol version is not supported', retry: 'no' },
  { code: '4008', meaning: 'No protocol version was given', retry: 'no' },
  {
    code: '4009',
    meaning:
      'The connection is not authorised; of Reverb also: the origin is not allowed, or a signature is wrong',
    retry: 'after-renewal',
  },
  { code: '4100', meaning: 'The server, or the quota of connections, is full', retry: 'with-backoff' },
  {
    code: '4200',
    meaning: 'Reconnect at once; of Soketi: it closes; of Reverb: it could not read a message, and goes on',
    retry: 'yes',
  },
  { code: '4201', meaning: 'The server got no pong', retry: 'yes' },
  { code: '4202', meaning: 'Closed after a day without activity', retry: 'yes' },
];

export const PUSHER_CLOSE_CODES: readonly ProtocolCloseCode[] = [
  {
    from: 1005,
    meaning: 'Soketi closes so after a `pusher:error`, which says why.',
    retry: 'unknown',
    by: 'server',
  },
  { from: 1013, meaning: 'Soketi shuts down.', retry: 'yes', by: 'server' },
  {
    from: 4000,
    to: 4099,
    meaning: 'The connection must not be made again unchanged.',
    retry: 'no',
    by: 'server',
  },
  {
    from: 4100,
    to: 4199,
    meaning: 'Come back after a second or more.',
    retry: 'with-backoff',
    by: 'server',
  },
  { from: 4200, to: 4299, meaning: 'Reconnect at once.', retry: 'yes', by: 'server' },
  ...REFUSED.map(
    ({ code, meaning, retry }) =>
      ({ from: Number(code), meaning: `${meaning}.`, retry, by: 'server' }) as const,
  ),
];

export const PUSHER_FAILURES: readonly KnownFailure[] = [
  ...REFUSED,
  {
    code: '4301',
    meaning: 'A client event was rejected: too many, too large, or not allowed',
    retry: 'with-backoff',
  },
  { code: '4302', meaning: 'The watchlist is too long; of Soketi: the server failed', retry: 'no' },
  { code: '401', meaning: 'The signature of the subscription is wrong', retry: 'after-renewal' },
  { code: '403', meaning: 'The subscription is forbidden', retry: 'after-renewal' },
];
