import type { Attempt } from '../core/capture/chain';
import { didOpen } from '../core/causes/reading/opened';
import { findingsOf } from './findings';

/** What attempts meet while a server is away: its host, its proxy or the browser says that nobody answers. */
const NOBODY_ANSWERS: ReadonlySet<string> = new Set([
  'connection-refused',
  'handshake-connection-lost',
  'handshake-failed',
  'handshake-server-error',
  'network-failure',
  'reason-hidden',
]);

/**
 * A server that goes away and comes back makes attempts fail in between: they are consequences of how the connection
 * before them ended. As long as it is not back, they are what is wrong now.
 *
 * @param attempts of one chain, oldest first
 * @returns the ids of such attempts, each with the id of the connection whose end began it
 */
export function outagesOf(attempts: readonly Attempt[]): ReadonlyMap<string, string> {
  const outages = new Map<string, string>();
  let began: string | undefined;
  let failed: string[] = [];
  for (const { connection } of attempts) {
    if (didOpen(connection)) {
      if (began !== undefined) for (const id of failed) outages.set(id, began);
      began = connection.id;
      failed = [];
    } else if (NOBODY_ANSWERS.has(findingsOf(connection)[0]?.cause ?? '')) failed.push(connection.id);
    // Refused for a reason of its own: the server is there.
    else began = undefined;
  }
  return outages;
}
