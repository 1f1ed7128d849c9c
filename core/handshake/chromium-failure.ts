import type { FailureMeaning, KnownFailure } from './failure';
import { netErrorMeaning } from './net-errors';

/** The console puts this before the reason; the network log does not. */
const CONSOLE_PREFIX = /^WebSocket connection to '[\s\S]*?' failed: ?/;
const HANDSHAKE_PREFIX = 'Error during WebSocket handshake: ';

const STRIPPED_UPGRADE =
  'Have every proxy pass the upgrade on (nginx: proxy_http_version 1.1, and proxy_set_header for Upgrade and Connection).';
const SERVER_FRAMING =
  'Fix the server or its WebSocket library, and look for two writers on one socket. Turn off permessage-deflate as a test.';

type Row = readonly [starts: string, meaning: string, fix: string];

/** After `Error during WebSocket handshake: `, from `net/websockets/websocket_basic_handshake_stream.cc`. */
const INVALID_RESPONSES: readonly Row[] = [
  ["'Upgrade' header is missing", 'The 101 answer lacks the Upgrade header.', STRIPPED_UPGRADE],
  [
    "'Upgrade' header value is not 'WebSocket'",
    'The 101 answer upgrades to something else.',
    STRIPPED_UPGRADE,
  ],
  ["'Connection' header is missing", 'The 101 answer lacks the Connection header.', STRIPPED_UPGRADE],
  [
    "'Connection' header value must contain 'Upgrade'",
    'The 101 answer does not say Connection: Upgrade.',
    STRIPPED_UPGRADE,
  ],
  [
    "'Sec-WebSocket-Accept' header is missing",
    'The 101 answer lacks Sec-WebSocket-Accept.',
    'Fix the server, and turn off caching and header rewriting on the way.',
  ],
  [
    "Incorrect 'Sec-WebSocket-Accept' header value",
    'Sec-WebSocket-Accept does not belong to this request.',
    'Turn off caching for this path; otherwise the server computes the value wrongly.',
  ],
  [
    "Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
    'The page offered a subprotocol and the server picked none. Firefox opens such a connection, Chromium does not.',
    'Have the server answer with one of the subprotocols the page offers, or stop offering any.',
  ],
  [
    "'Sec-WebSocket-Protocol' header value",
    'The server picked a subprotocol that the page did not offer.',
    'Make the lists of subprotocols of page and server agree.',
  ],
  [
    "Response must not include 'Sec-WebSocket-Protocol' header",
    'The server picked a subprotocol though the page offered none. Firefox opens such a connection, Chromium does not.',
    'Offer the subprotocol in the constructor, or stop the server from sending one.',
  ],
  [
    "'Sec-WebSocket-Accept' header must not appear more than once",
    'The 101 answer carries Sec-WebSocket-Accept twice.',
    'Have one party alone answer the handshake: the server, or the proxy before it.',
  ],
  [
    'Error in permessage-deflate',
    'The answer agrees to a compression that the browser cannot do.',
    'Turn off permessage-deflate on the server, or fix its parameters.',
  ],
  [
    'Found an unsupported extension',
    'The server turned on a WebSocket extension that the browser did not offer.',
    'Turn that extension off on the server.',
  ],
  [
    'Invalid status line',
    'What answered does not speak HTTP.',
    'Check the port: another kind of service may listen there.',
  ],
];

/** `net/websockets/websocket_channel.cc` and `websocket_frame_parser.cc`: the browser fails an open connection. */
const FRAME_VIOLATIONS: readonly Row[] = [
  [
    'Invalid frame header',
    'A frame header is broken: a wrong length encoding, an oversized control frame, or bytes that a proxy put in between.',
    SERVER_FRAMING,
  ],
  [
    'One or more reserved bits are on',
    'A frame is marked as compressed without a negotiated extension, or the byte stream is out of step.',
    SERVER_FRAMING,
  ],
  ['Unrecognized frame opcode', 'A frame has an opcode that does not exist.', SERVER_FRAMING],
  ['Received unexpected continuation frame', 'A fragment came without a beginning.', SERVER_FRAMING],
  [
    'Received start of new message but previous message is unfinished',
    'Two messages were written into each other.',
    SERVER_FRAMING,
  ],
  [
    'Could not decode a text frame as UTF-8',
    'A text message is not valid UTF-8.',
    'Send such data as a binary message, or encode it as UTF-8.',
  ],
  [
    'A server must not mask any frames',
    'The server masks its frames, as only clients may. Firefox tolerates this, Chromium does not.',
    'The server runs the client side of a WebSocket library: use its server side.',
  ],
  [
    'Received a broken close frame',
    'The Close frame of the server is not valid: a reserved code, a body of one byte, or a reason that is not UTF-8.',
    'Close with 1000, 1001, 1011 or a code from 3000 to 4999. The codes 1005, 1006 and 1015 must never be sent.',
  ],
  [
    'Close received after close',
    'The server sent a second Close frame.',
    'Have the server stop writing after its Close frame.',
  ],
  [
    'Data frame received after close',
    'The server sent data after its Close frame.',
    'Have the server stop writing after its Close frame.',
  ],
];

const OTHERS: readonly (readonly [starts: string, failure: KnownFailure])[] = [
  // Chromium's words for 401, with and without WWW-Authenticate: it never says "401" (Chromium 156).
  ['HTTP Authentication failed', { kind: 'answered', status: 401 }],
  [
    'WebSocket is closed before the connection is established',
    {
      kind: 'cancelled',
      meaning: 'The page closed the socket while it was still connecting.',
      fix: 'Close it after `open`, or do not create it before it is needed.',
    },
  ],
  [
    'Connection closed before receiving a handshake response',
    {
      kind: 'connection-lost',
      meaning: 'The connection was closed before a byte of an answer came.',
      fix: 'Check that the scheme fits the port (ws:// to a TLS port looks like this), then look for a crash in the server log.',
    },
  ],
  [
    'WebSocket opening handshake timed out',
    {
      kind: 'network',
      meaning: 'The handshake was not answered within the 240 seconds that Chromium waits.',
      fix: 'Check that every proxy passes the upgrade on, and whether the server is overloaded.',
    },
  ],
  [
    'WebSocket opening handshake was canceled',
    {
      kind: 'network',
      meaning:
        'The browser itself cancelled the handshake. It does so when the server asks for a client certificate.',
      fix: 'Open the https:// address of the same host in a tab first, and choose a certificate there.',
    },
  ],
  [
    'Proxy authentication failed',
    {
      kind: 'network',
      meaning: 'The HTTP proxy asks for a login.',
      fix: 'Enter the credentials of the proxy.',
    },
  ],
  [
    'Establishing a tunnel via proxy server failed',
    {
      kind: 'network',
      meaning: 'The HTTP proxy refused to open a tunnel to this host and port.',
      fix: 'Use wss:// on port 443, or have the proxy allow CONNECT to this port.',
    },
  ],
  [
    'Insufficient resources',
    {
      kind: 'network',
      meaning: 'More than 255 sockets of this page wait for their handshake.',
      fix: 'Reconnect with a growing, random delay, and close sockets that are no longer needed.',
    },
  ],
  [
    'Page entered Back-Forward Cache',
    {
      kind: 'page-cached',
      meaning: 'The browser kept the page in its back/forward cache and closed the socket for it.',
      fix: 'Reconnect on `pageshow` when `event.persisted` is true.',
    },
  ],
];

/** The bare reason: without what the console puts before it. */
export function bareChromiumText(failure: string): string {
  return failure.replace(CONSOLE_PREFIX, '').trim();
}

/** What Chromium's words mean; undefined: a text that no table knows. Takes the bare text. */
export function chromiumFailure(text: string): KnownFailure | undefined {
  const status = /Unexpected response code: (\d{3})/.exec(text)?.[1];
  if (status !== undefined) return { kind: 'answered', status: Number(status) };
  const netError = /net::ERR_([A-Z0-9_]+)/.exec(text)?.[1];
  // 407 from the server itself, with no proxy in use (Chromium 156).
  if (netError === 'UNEXPECTED_PROXY_AUTH') return { kind: 'answered', status: 407 };
  if (netError !== undefined) return netErrorMeaning(netError);
  const other = OTHERS.find(([starts]) => text.startsWith(starts));
  if (other) return other[1];
  const violation = firstRow(FRAME_VIOLATIONS, text);
  if (violation) return { kind: 'violation-after-open', ...violation };
  if (!text.startsWith(HANDSHAKE_PREFIX)) return undefined;
  // Whatever follows this prefix is a rule of RFC 6455 section 4.1 that the answer broke.
  const invalid = firstRow(INVALID_RESPONSES, text.slice(HANDSHAKE_PREFIX.length)) ?? {
    meaning: 'The answer is not a valid WebSocket handshake.',
    fix: STRIPPED_UPGRADE,
  };
  return { kind: 'invalid-response', ...invalid };
}

function firstRow(rows: readonly Row[], text: string): Omit<FailureMeaning, 'kind'> | undefined {
  const row = rows.find(([starts]) => text.startsWith(starts));
  return row && { meaning: row[1], fix: row[2] };
}
