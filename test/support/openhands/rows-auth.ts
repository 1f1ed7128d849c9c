import { answered } from './answers';
import type { WireRow } from './wire-row';

function authError(name: string, status: number, body: string, sign: string): WireRow {
  return {
    id: `6 ${name}`,
    when: `HTTP ${status} with ${body}`,
    facts: answered(status, body),
    finds: ['handshake-failed', `profile-answer: ${sign}`],
  };
}

/** The seven errors of the login, and the other answers near the socket, where the server was asked over HTTP. */
export const authRows: readonly WireRow[] = [
  authError('AuthError', 401, '{"error":"AuthError"}', 'auth-error'),
  authError('AuthError', 401, '{"error":"Invalid authentication token"}', 'auth-invalid-token'),
  authError('NoCredentialsError', 401, '{"error":"NoCredentialsError"}', 'auth-no-credentials'),
  authError('EmailNotVerifiedError', 403, '{"error":"EmailNotVerifiedError"}', 'auth-email-not-verified'),
  authError('BearerTokenError', 401, '{"error":"BearerTokenError"}', 'auth-bearer-token'),
  authError('CookieError', 401, '{"error":"CookieError"}', 'auth-cookie'),
  authError('TosNotAcceptedError', 401, '{"error":"TosNotAcceptedError"}', 'auth-terms-not-accepted'),
  authError('ExpiredError', 401, '{"error":"ExpiredError"}', 'auth-expired'),
  authError('other', 401, '{"detail":"Unauthorized"}', 'auth-session-key'),
  authError('other', 401, '{"error":"User is not authenticated"}', 'auth-user-not-authenticated'),
  authError('other', 429, '{"message":"Too many requests"}', 'auth-too-many-requests'),
  authError('other', 429, '{"error":"Rate limit exceeded: 10 per 1 second"}', 'auth-too-many-requests'),
  authError(
    'C-02',
    400,
    '"The client is using an unsupported version of the Socket.IO or Engine.IO protocols"',
    'c-02-engine-io-words',
  ),
  authError('C-02', 400, '"Invalid session AAAA"', 'c-02-session-unknown'),
  authError('C-02', 400, '"http://evil.test is not an accepted origin."', 'c-02-origin'),
];
