/** What Chromium 156 says when it fails an open connection for what the server sent. */
export const CHROMIUM_AFTER_OPEN: readonly string[] = [
  'Invalid frame header',
  'One or more reserved bits are on: reserved1 = 1, reserved2 = 0, reserved3 = 0',
  'Unrecognized frame opcode: 3',
  'Received unexpected continuation frame.',
  'Received start of new message but previous message is unfinished.',
  'Could not decode a text frame as UTF-8.',
  'A server must not mask any frames that it sends to the client.',
  'Received a broken close frame containing a reserved status code.',
  'Received a broken close frame with an invalid size of 1 byte.',
  'Received a broken close frame containing invalid UTF-8.',
  'Close received after close',
  'Data frame received after close',
];
