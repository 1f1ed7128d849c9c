import type { KnownFailure, ProtocolCloseCode } from '../protocol';

type Entry = readonly [code: number, meaning: string, retry: KnownFailure['retry']];

/** `disconnect.go` of centrifuge. What is not here follows the rule of its range. */
const DISCONNECTS: readonly Entry[] = [
  [3000, 'The connection was closed.', 'yes'],
  [3001, 'The server shuts down.', 'with-backoff'],
  [3004, 'Something failed inside the server.', 'with-backoff'],
  [3005, 'The connection token has expired.', 'after-renewal'],
  [3006, 'A subscription has expired.', 'yes'],
  [3008, 'The client read too slowly.', 'with-backoff'],
  [3009, 'The server could not write.', 'yes'],
  [3010, 'The server lost count of what this client has got: it must catch up.', 'yes'],
  [3011, 'The server wants this client to come again.', 'yes'],
  [3012, 'A ping of the server went unanswered.', 'yes'],
  [3013, 'The client sent too many commands.', 'with-backoff'],
  [3014, 'What the client keeps, token and positions, is not valid any more.', 'after-renewal'],
  [3500, 'The connection token is not valid.', 'after-renewal'],
  [3501, 'The server could not read a command.', 'no'],
  [3502, 'The client did not connect in time after it had opened the socket.', 'no'],
  [3503, 'The server wants this client to stay away.', 'no'],
  [3504, 'Too many connections, of this user or at all.', 'no'],
  [3505, 'Too many channels.', 'no'],
  [3506, 'A JSON client got binary data.', 'no'],
  [3507, 'This client may not do that.', 'no'],
  [3508, 'The server does not offer that.', 'no'],
  [3509, 'The client made too many errors.', 'no'],
];

export const centrifugoCloseCodes: readonly ProtocolCloseCode[] = [
  ...DISCONNECTS.map(([from, meaning, retry]) => ({ from, meaning, retry, by: 'server' as const })),
  { from: 1009, meaning: 'A message was too large: the client gives up.', retry: 'no' },
  ...[
    {
      from: 3000,
      to: 3499,
      meaning: 'The server lets the client come again.',
      retry: 'with-backoff' as const,
    },
    { from: 3500, to: 3999, meaning: 'The server ends it for good.', retry: 'no' as const },
    {
      from: 4000,
      to: 4499,
      meaning: "The application's own: the client may come again.",
      retry: 'with-backoff' as const,
    },
    { from: 4500, to: 4999, meaning: "The application's own: for good.", retry: 'no' as const },
  ].map((range) => ({ ...range, by: 'server' as const })),
];

/** `errors.go` of centrifuge, and the codes with which it ends subscriptions (`unsubscribe.go`). */
const ERRORS: readonly Entry[] = [
  [100, 'Something failed inside the server', 'with-backoff'],
  [101, 'Not logged in', 'after-renewal'],
  [102, 'There is no such channel', 'no'],
  [103, 'This client may not do that', 'no'],
  [104, 'There is no such method', 'no'],
  [105, 'Subscribed already', 'no'],
  [106, 'A limit was exceeded: the log of the server says which', 'no'],
  [107, 'The server could not read the command', 'no'],
  [108, 'The server does not offer that', 'no'],
  [109, 'The token has expired', 'after-renewal'],
  [110, 'The connection has expired', 'after-renewal'],
  [111, 'Too many requests', 'with-backoff'],
  [112, 'What was missed cannot be recovered: begin anew', 'no'],
  [113, 'Another page of the same list is on its way', 'with-backoff'],
  [2000, 'The server ended the subscription', 'no'],
  [2500, 'The server lost count: the client subscribes again', 'yes'],
  [2501, 'The subscription has expired: the client subscribes again', 'yes'],
  [2502, 'Token and position are not valid any more: the client subscribes anew', 'after-renewal'],
];

/** A subscription and a connection can end with the same words; the numbers never meet. */
export const centrifugoFailures: readonly KnownFailure[] = [
  ...ERRORS,
  ...DISCONNECTS.map(([code, meaning, retry]) => [code, meaning.replace(/\.$/, ''), retry] as const),
].map(([code, meaning, retry]) => ({ code: String(code), meaning, retry }));
