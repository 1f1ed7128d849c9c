import type { KnownFailure } from '../protocol';

/**
 * What Supabase Realtime puts before the colon of a refused join or of a `system` message: those of its ERROR_CODES.md
 * that reach a client, and the texts that it pushes without a code when it ends a channel (realtime_channel.ex).
 */
export const SUPABASE_FAILURES: readonly KnownFailure[] = [
  ...named('after-renewal', {
    InvalidJWTToken: 'the token has expired or lacks `role` or `exp`',
    MalformedJWT: 'the token cannot be read',
    JwtSignatureError: 'the token is signed with another key',
    Unauthorized: 'the policies do not let this user into the channel',
  }),
  ...named('no', {
    JwtSignerError: 'the keys of the project cannot check tokens',
    PrivateOnly: 'the project allows private channels only',
    TopicNameRequired: 'the topic has no name',
    InvalidJoinPayload: 'what was sent with the join is not valid',
    TenantNotFound: 'there is no such project',
    RealtimeDisabledForTenant: 'Realtime is switched off for the project',
    RealtimeDisabledForConfiguration: 'this configuration gives no Postgres changes',
    RlsPolicyError: 'a policy fails when it is asked',
    UnableToReplayMessages: 'messages cannot be replayed as asked for',
    InvalidPresencePayload: 'a presence must be a map',
    PayloadSizeExceeded: 'the broadcast is too large',
    MalformedWebSocketMessage: 'a message was dropped: empty, no JSON, or without ref, topic or event',
    'Track message size exceeded': 'the presence is too large',
  }),
  ...named('with-backoff', {
    ChannelRateLimitReached: 'too many channels on one connection',
    ConnectionRateLimitReached: 'too many connections for the project',
    ClientJoinRateLimitReached: 'too many joins a second',
    JoinsRateLimitReached: 'too many joins a second; the connection was refused',
    MessagePerSecondRateLimitReached: 'too many messages a second',
    ClientPresenceRateLimitReached: 'too many presence messages from this client',
    PresenceRateLimitReached: 'too many presence messages',
    DatabaseConnectionRateLimitReached: 'too many attempts to connect to the database',
    DatabaseLackOfConnections: 'the database has no connection left',
    IncreaseConnectionPool: 'the pool of connections to the database is too small',
    UnableToConnectToProject: 'the database cannot be reached',
    UnableToSubscribeToPostgres: 'the database cannot be listened to',
    QueryCanceled: 'a query took too long',
    MissingPartition: 'a partition of its messages is missing',
    PostgresChangesSubscribeTimeout: 'the subscription to Postgres changes took too long',
    TimeoutOnRpcCall: 'its nodes did not answer each other in time',
    ErrorOnRpcCall: 'its nodes cannot talk to each other',
    'Too many messages per second': 'too many messages a second; the channel is ended',
    'Too many presence messages per second': 'too many presence messages; the channel is ended',
    'Client presence rate limit exceeded': 'too many presence messages; the channel is ended',
  }),
  ...named('yes', {
    RealtimeRestarting: 'Realtime restarts',
    InitializingProjectConnection: 'the project wakes up',
  }),
  ...named('unknown', { UnknownErrorOnChannel: 'something on the server failed that nobody planned' }),
];

function named(retry: KnownFailure['retry'], meanings: Readonly<Record<string, string>>): KnownFailure[] {
  return Object.entries(meanings).map(([code, meaning]) => ({
    code,
    meaning: `Supabase: ${meaning}`,
    retry,
  }));
}
