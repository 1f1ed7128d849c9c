/**
 * What socket.io-client tells its application of the end of one namespace, derived from the wire and from what the
 * browser told the client. Read in the sources of socket.io-client 4.8.4 and 2.5.0.
 */
export interface ClientReport {
  /** Undefined: every namespace that the page uses, because the session ended before one was joined. */
  readonly namespace: string | undefined;
  /** The event that the client fires. `none`: the client leaves without a word. */
  readonly event: 'disconnect' | 'connect_error' | 'error' | 'none';
  /** What the event carries: the client's own word for why, or what the server said with its refusal. */
  readonly reason: string;
  /**
   * `by-itself`: unless the page has set `reconnection: false`. `never`: the page must call `connect()`.
   * `with-next-connection`: not over this one, but over the next, whoever opens that. `unknown`: it depends on how the
   * page closed it.
   */
  readonly retrying: 'by-itself' | 'never' | 'with-next-connection' | 'unknown';
  /** `likely`: it is read from times, or from what came just before. */
  readonly confidence: 'certain' | 'likely';
}
