import type { Retry } from '../../close-codes/registered';
import type { KnownFailure } from '../protocol';

/** The URIs that WAMP defines: "Basic Profile URIs" and "Advanced Profile URIs". */
const BY_RETRY: readonly (readonly [Retry, Readonly<Record<string, string>>])[] = [
  [
    'with-backoff',
    {
      'wamp.close.system_shutdown': 'The router shuts down',
      'wamp.error.network_failure': 'The router could not reach the other side',
      'wamp.error.unavailable': 'The callee cannot answer now',
      'wamp.error.no_available_callee': 'All callees of this procedure said that they are unavailable',
      'wamp.error.timeout': 'No answer came in time',
    },
  ],
  [
    'after-renewal',
    {
      'wamp.error.authentication_required': 'The router wants a login',
      'wamp.error.authentication_denied': 'The login was refused',
      'wamp.error.authentication_failed': 'The login could not be checked',
    },
  ],
  [
    'no',
    {
      'wamp.close.close_realm': 'The session was closed on request',
      'wamp.close.killed': 'Somebody with the right to do so ended the session',
      'wamp.error.no_such_realm': 'The router has no such realm',
      'wamp.error.no_such_role': 'The realm has no such role',
      'wamp.error.no_such_principal': 'The router does not know who logs in',
      'wamp.error.no_matching_auth_method': 'The router takes none of the offered ways to log in',
      'wamp.error.not_authorized': 'This session may not do that',
      'wamp.error.authorization_denied': 'This session may not do that',
      'wamp.error.authorization_failed': 'The router could not check whether this session may do that',
      'wamp.error.authorization_required': 'The router wants a session with rights for that',
      'wamp.error.protocol_violation': 'A message broke the rules of WAMP',
      'wamp.error.invalid_uri': 'A realm, topic or procedure is not a valid URI',
      'wamp.error.no_such_procedure': 'Nobody offers this procedure',
      'wamp.error.procedure_already_exists': 'Somebody else offers this procedure already',
      'wamp.error.no_such_registration': 'There is no such registration',
      'wamp.error.no_such_subscription': 'There is no such subscription',
      'wamp.error.invalid_argument': 'The arguments do not fit the procedure',
      'wamp.error.canceled': 'The call was cancelled',
      'wamp.error.payload_size_exceeded': 'A payload was too large',
      'wamp.error.option_not_allowed': 'An option is not allowed here',
      'wamp.error.option_disallowed.disclose_me': 'The router does not tell who calls',
      'wamp.error.feature_not_supported': 'The other side does not have this feature',
    },
  ],
];

export const wampFailures: readonly KnownFailure[] = BY_RETRY.flatMap(([retry, meanings]) =>
  Object.entries(meanings).map(([code, meaning]) => ({ code, meaning, retry })),
);
