import type { Profile } from '../profiles/profile';
import { profileOf } from '../profiles/profile-of';
import type { Connection } from './connection';

/** What a client prints for a value that it does not have: two sockets that both lack a key share nothing. */
const NO_VALUES: readonly string[] = ['', 'null', 'undefined'];

/**
 * The same for two sockets of one document that carry the same key of one conversation, as those of OpenHands'
 * planning conversations do. undefined: nothing in this address says so.
 */
export function sharedKeyOf(connection: Connection, profiles: readonly Profile[]): string | undefined {
  const { url, streamId } = connection;
  if (!URL.canParse(url)) return undefined;
  const names = profileOf(connection, profiles)?.sharedParameters ?? [];
  const { searchParams } = new URL(url);
  for (const name of names) {
    const value = searchParams.get(name);
    if (value !== null && !NO_VALUES.includes(value)) return `${streamId} ${name}=${value}`;
  }
  return undefined;
}
