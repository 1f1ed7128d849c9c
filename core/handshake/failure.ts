/** What went wrong, whatever the browser's words for it. The names are those of `HandshakeOutcome`. */
export type FailureKind =
  | 'invalid-response'
  | 'refused'
  | 'name-not-resolved'
  | 'tls'
  | 'connection-lost'
  | 'cancelled'
  | 'network'
  | 'violation-after-open'
  | 'page-cached';

/** What one text of a browser means, and what to do about it: whole sentences for a person. */
export interface FailureMeaning {
  readonly kind: FailureKind;
  readonly meaning: string;
  readonly fix: string;
}

/** An answer with this HTTP status, or a failure that the tables know. */
export type KnownFailure = { readonly kind: 'answered'; readonly status: number } | FailureMeaning;
