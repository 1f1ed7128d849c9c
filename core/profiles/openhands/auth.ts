import type { Sign } from '../sign';

const COMMON = {
  severity: 'error',
  retry: 'change-first',
  nextForUser: ['Log out and in again, then reload the page.'],
} as const satisfies Partial<Sign>;

/** Section 6: what the login says over HTTP, which no handshake of a WebSocket shows. One class of AuthError each. */
function authError(
  id: string,
  error: string,
  status: number,
  words: Pick<Sign, 'title' | 'explanation' | 'next'>,
): Sign {
  return {
    ...COMMON,
    ...words,
    id,
    when: { kind: 'answer', statuses: [status], where: [{ at: 'error', equals: error }] },
  };
}

export const auth: readonly Sign[] = [
  authError('auth-no-credentials', 'NoCredentialsError', 401, {
    title: 'Nobody is logged in (NoCredentialsError)',
    explanation:
      'The request carried neither a login cookie nor a key. At the socket this is refused in words.',
    next: ['Check that the cookie is sent: host, SameSite, proxy.'],
  }),
  authError('auth-email-not-verified', 'EmailNotVerifiedError', 403, {
    title: 'The e-mail address is not verified (EmailNotVerifiedError)',
    explanation:
      'The page reloads itself on this answer, which kills its sockets each time. The socket itself does not ask for it.',
    next: ['Verify the address, or look why its verification does not arrive.'],
  }),
  authError('auth-bearer-token', 'BearerTokenError', 401, {
    title: 'The API key is not valid (BearerTokenError)',
    explanation: 'The Authorization header cannot be read. A browser cannot send one with a WebSocket.',
    next: ['Make a new API key.'],
  }),
  authError('auth-cookie', 'CookieError', 401, {
    title: 'The login cookie cannot be read (CookieError)',
    explanation:
      'It was signed with another secret, or is damaged. At the socket the same fault sends no answer at all: the page hangs.',
    next: ['Check whether the secret of the server has changed.'],
  }),
  authError('auth-terms-not-accepted', 'TosNotAcceptedError', 401, {
    title: 'The terms of service are not accepted (TosNotAcceptedError)',
    explanation: 'The server logs the user out until they are. The socket itself does not ask for it.',
    next: ['Let the user accept the terms.'],
  }),
  authError('auth-expired', 'ExpiredError', 401, {
    title: 'The login has expired (ExpiredError)',
    explanation: 'The refresh token is too old. At the socket this is refused as SESSION$TIMEOUT_MESSAGE.',
    next: ['Raise the lifetimes of the session at the login service, if they are too short.'],
  }),
  authError('auth-invalid-token', 'Invalid authentication token', 401, {
    title: 'The login token is not valid (AuthError)',
    explanation:
      'The server deletes the cookie and logs the user out. At the socket the same fault sends no answer at all: the page hangs.',
    next: ['Check the clock of the server and the login service.'],
  }),
  authError('auth-error', 'AuthError', 401, {
    title: 'The login failed (AuthError)',
    explanation:
      'The login service did not answer, or gave no token. At the socket this sends no answer at all.',
    next: ['Check the login service.'],
  }),
  authError('auth-user-not-authenticated', 'User is not authenticated', 401, {
    title: 'Nobody is logged in (401)',
    explanation: 'The server found no user for this request.',
    next: ['Check that the cookie is sent: host, SameSite, proxy.'],
  }),
  {
    ...COMMON,
    id: 'auth-session-key',
    title: 'The session key is not valid (401 Unauthorized)',
    explanation: 'The server compares the header X-Session-API-Key with its own key, and they differ.',
    next: ['Compare `session_api_key` of the conversation with the environment of the server.'],
    when: { kind: 'answer', statuses: [401], where: [{ at: 'detail', equals: 'Unauthorized' }] },
  },
  {
    ...COMMON,
    id: 'c-02-engine-io-words',
    title: 'Engine.IO says why it rejects the client',
    explanation: 'The body of an answer to polling holds the reason that a refused WebSocket loses.',
    next: ['Do what the words in the evidence call for: revision, transport, session id, or origin.'],
    when: {
      kind: 'answer',
      statuses: [400, 401],
      body: {
        oneOf: [
          '"The client is using an unsupported version of the Socket.IO or Engine.IO protocols"',
          '"Invalid transport"',
          '"Invalid websocket upgrade"',
          '"Unauthorized"',
          'Invalid websocket upgrade',
        ],
      },
    },
  },
  {
    ...COMMON,
    id: 'c-02-session-unknown',
    title: 'Engine.IO does not know the session id',
    explanation:
      'The request reached another server than the one that opened the session, or a restarted one.',
    retry: 'can-succeed',
    next: ['Let the load balancer keep a client at one server, or use WebSockets alone.'],
    nextForUser: ['Reload the page.'],
    when: { kind: 'answer', statuses: [400], body: { startsWith: '"Invalid session ' } },
  },
  {
    ...COMMON,
    id: 'c-02-origin',
    title: 'Engine.IO does not accept the origin of the page',
    explanation:
      'The list of allowed origins does not hold this page. The own server of OpenHands allows every origin, so this is another server, or a proxy.',
    next: ['Add the origin of the page to `cors_allowed_origins`.'],
    nextForUser: ['Open the page under the address that its operator gives.'],
    when: { kind: 'answer', statuses: [400], body: { contains: 'is not an accepted origin.' } },
  },
  {
    ...COMMON,
    id: 'auth-too-many-requests',
    title: 'The server limits the rate of requests (429)',
    explanation: 'More than ten requests a second came from this address. The socket itself is not limited.',
    severity: 'warning',
    retry: 'heals',
    next: ['Look for a loop of requests in the page.'],
    nextForUser: ['Wait some seconds.'],
    when: { kind: 'answer', statuses: [429] },
  },
];
