/**
 * What a client should do after this code, as a rule. `after-renewal`: with new credentials or a new session, not as it
 * was. An application's own protocol may say otherwise.
 */
export type Retry = 'no' | 'yes' | 'with-backoff' | 'after-renewal' | 'unknown';

export interface CloseCode {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  readonly retry: Retry;
  /** RFC 6455 section 7.4.1: for local use only, "MUST NOT be set as a status code in a Close control frame". */
  readonly isNeverSent?: true;
}

/**
 * The IANA WebSocket close code registry: 1000 to 1011 and 1015 from RFC 6455 section 7.4.1 (with erratum 3227 for
 * 1011), the others registered later.
 */
export const REGISTERED_CODES: readonly CloseCode[] = [
  { code: 1000, name: 'Normal closure', meaning: 'The purpose of the connection is fulfilled.', retry: 'no' },
  {
    code: 1001,
    name: 'Going away',
    meaning: 'The server shuts down or is replaced, or a limit on the length of a session is reached.',
    retry: 'with-backoff',
  },
  {
    code: 1002,
    name: 'Protocol error',
    meaning: 'The server found that this side broke the WebSocket protocol.',
    retry: 'no',
  },
  {
    code: 1003,
    name: 'Unsupported data',
    meaning: 'The server cannot take this type of data, such as binary on a text endpoint.',
    retry: 'no',
  },
  {
    code: 1004,
    name: 'Reserved',
    meaning: 'This code has no meaning and should not be used.',
    retry: 'unknown',
  },
  {
    code: 1005,
    name: 'No status received',
    meaning: 'The Close frame carried no code.',
    retry: 'unknown',
    isNeverSent: true,
  },
  {
    code: 1006,
    name: 'Abnormal closure',
    meaning: 'The connection ended without a Close frame.',
    retry: 'with-backoff',
    isNeverSent: true,
  },
  {
    code: 1007,
    name: 'Invalid frame payload data',
    meaning: 'The server got data that does not fit its type, such as text that is not UTF-8.',
    retry: 'no',
  },
  {
    code: 1008,
    name: 'Policy violation',
    meaning: 'The server does not allow this: often a login, an origin or a quota.',
    retry: 'no',
  },
  {
    code: 1009,
    name: 'Message too big',
    meaning: 'A message was larger than the server takes.',
    retry: 'no',
  },
  {
    code: 1010,
    name: 'Mandatory extension',
    meaning: 'A required WebSocket extension was not negotiated.',
    retry: 'no',
  },
  {
    code: 1011,
    name: 'Internal error',
    meaning: 'The server met something unexpected and gave up.',
    retry: 'with-backoff',
  },
  { code: 1012, name: 'Service restart', meaning: 'The service restarts.', retry: 'with-backoff' },
  {
    code: 1013,
    name: 'Try again later',
    meaning: 'The server is overloaded and sheds connections.',
    retry: 'with-backoff',
  },
  {
    code: 1014,
    name: 'Bad gateway',
    meaning: 'A gateway got an invalid answer from the server behind it.',
    retry: 'with-backoff',
  },
  { code: 1015, name: 'TLS handshake', meaning: 'TLS could not be set up.', retry: 'no', isNeverSent: true },
  { code: 3000, name: 'Unauthorized', meaning: 'Credentials are needed.', retry: 'no' },
  { code: 3003, name: 'Forbidden', meaning: 'The credentials are valid but do not suffice.', retry: 'no' },
  { code: 3008, name: 'Timeout', meaning: 'The endpoint took too long.', retry: 'yes' },
];

const BY_CODE: ReadonlyMap<number, CloseCode> = new Map(REGISTERED_CODES.map((entry) => [entry.code, entry]));

export function registeredCode(code: number): CloseCode | undefined {
  return BY_CODE.get(code);
}

/** RFC 6455 section 7.4.2. Both browsers pass on every code, in and out of range (Chromium 156, Firefox 153). */
export type CodeRange = 'not-used' | 'protocol' | 'library' | 'application' | 'invalid';

export function codeRange(code: number): CodeRange {
  if (code < 1000) return 'not-used';
  if (code < 3000) return 'protocol';
  if (code < 4000) return 'library';
  if (code < 5000) return 'application';
  return 'invalid';
}
