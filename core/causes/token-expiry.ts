import type { Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Evidence, type Ruling } from './cause';
import type { ChainCause } from './chain-cause';
import { endsOfOtherSide, newestOf, pattern } from './reading/ends';
import { found } from './reading/found';
import { didOpen } from './reading/opened';
import { tokenExpiryMs } from './reading/token-expiry';
import { duration } from './reading/words';
import { EXPIRY_SLACK_MS, LIFETIME_SLACK, SHORT_LIFE_MS } from './thresholds';

/** Codes for "log in again", in the registry and by custom, and words that say the same. */
const LOGIN_CODES: ReadonlySet<number> = new Set([3000, 4001, 4401]);
const LOGIN_WORDS = /\b(token|jwt|session|credentials?)\b.*\bexpired\b|\bexpired\b.*\b(token|jwt|session)\b/i;

export const tokenExpiry: ChainCause = {
  id: 'token-expiry',
  layer: 'auth',
  severity: 'error',
  title: 'The connection ends with its token',
  explanation:
    'The token that the page opens the connection with has an end, and the connection ends with it, or is refused after it. Reconnecting with the same token cannot succeed.',
  likelyCauses: [
    'The page takes its token once, at the start, and uses it for every attempt.',
    'The server ends connections when their token expires.',
  ],
  next: [
    'Take a fresh token for each attempt: pass the client a function, not a value.',
    'Renew the token some time before it expires, and tell the server over the open connection.',
  ],
  nextForUser: ['Reload the page, and log in again if it asks.'],
  retry: 'change-first',
  needs: ['page-events', 'repetition'],
  explains: [
    'abnormal-closure',
    'accepted-then-dropped',
    'application-close-code',
    'server-closed-with-code',
    'closed-without-code',
    'handshake-unauthorized',
    'handshake-forbidden',
    'handshake-failed',
  ],
  diagnose(view) {
    const ends = endsOfOtherSide(view);
    const isRefused = (connection: Connection) =>
      connection.endedMs !== undefined && connection.pageGone === undefined && !livedLong(connection);
    const stale = view.chain.attempts.flatMap(({ connection }) => {
      const expiryMs = tokenExpiryMs(connection);
      const isStale = expiryMs !== undefined && connection.startedMs > expiryMs + EXPIRY_SLACK_MS;
      return isStale && isRefused(connection) ? [{ connection, expiryMs }] : [];
    });
    if (stale.length > 0) return staleRuling(stale);
    const expired = ends.flatMap((end) => {
      const expiryMs = tokenExpiryMs(end.connection);
      return expiryMs !== undefined && Math.abs(end.endMs - expiryMs) <= EXPIRY_SLACK_MS ? [end] : [];
    });
    if (expired.length > 0) {
      const evidence = newestOf(expired).map(({ endMs, openMs }): Evidence => {
        const text = `It ended after ${duration(openMs)}, within ${duration(EXPIRY_SLACK_MS)} of its token's exp`;
        return { source: 'page-hook', timeMs: endMs, text };
      });
      // Whoever comes back with the same token is refused for the same reason, within the slack of the clocks too.
      const firstEndMs = Math.min(...expired.map(({ endMs }) => endMs));
      const again = view.chain.attempts.filter(({ connection }) => {
        const expiryMs = tokenExpiryMs(connection) ?? Infinity;
        return (
          connection.startedMs >= firstEndMs &&
          expiryMs <= firstEndMs + EXPIRY_SLACK_MS &&
          isRefused(connection)
        );
      });
      const about = [...expired, ...again].map(({ connection }) => connection.id);
      return found(evidence, { confidence: 'likely', about: [...new Set(about)] });
    }
    const logins = ends.filter(
      ({ connection: { close } }) => close && (LOGIN_CODES.has(close.code) || LOGIN_WORDS.test(close.reason)),
    );
    const alike = pattern(
      logins,
      ({ openMs }) => openMs,
      (ms) => ms * LIFETIME_SLACK,
    );
    if (alike === undefined || alike[0].openMs < SHORT_LIFE_MS)
      return ends.length === 0 ? NOT_APPLICABLE : CLEAR;
    const evidence = newestOf(alike).map(({ endMs, openMs, connection }): Evidence => {
      const text = `It was closed with ${connection.close?.code ?? ''} after ${duration(openMs)}`;
      return { source: 'page-hook', timeMs: endMs, text };
    });
    return found(evidence, { confidence: 'likely', about: alike.map(({ connection }) => connection.id) });
  },
};

interface Stale {
  readonly connection: Connection;
  readonly expiryMs: number;
}

function staleRuling(stale: readonly Stale[]): Ruling {
  const evidence = newestOf(stale).map(({ connection, expiryMs }): Evidence => {
    const agoMs = connection.startedMs - expiryMs;
    const text = `This attempt carried a token that had expired ${duration(agoMs)} before, and failed`;
    return { source: 'page-hook', timeMs: connection.startedMs, text };
  });
  return found(evidence, {
    confidence: 'likely',
    title: 'The page tries to connect with a token that has expired',
    about: stale.map(({ connection }) => connection.id),
  });
}

function livedLong(connection: Connection): boolean {
  const { open, endedMs = Infinity, startedMs } = connection;
  return didOpen(connection) && endedMs - (open?.timeMs ?? startedMs) >= SHORT_LIFE_MS;
}
