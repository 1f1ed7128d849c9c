import type { KnownFailure } from '../protocol';

/** What Hasura says in `extensions.code`, over either GraphQL protocol. */
export const HASURA_FAILURES: readonly KnownFailure[] = [
  {
    code: 'invalid-jwt',
    meaning: 'Hasura: the token is not valid, or has expired',
    retry: 'after-renewal',
  },
  { code: 'access-denied', meaning: 'Hasura: the role may not do this', retry: 'no' },
  { code: 'validation-failed', meaning: 'Hasura: the operation does not fit the schema', retry: 'no' },
];
