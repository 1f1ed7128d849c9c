import type { Connection } from '../capture/connection';
import type { Profile } from './profile';
import { matchesUrl } from './url-test';

/** The profile that knows this address, the first of several; undefined: none does. */
export function profileFor(
  url: string,
  pageUrl: string | undefined,
  profiles: readonly Profile[],
): Profile | undefined {
  return profiles.find(({ recognise }) => recognise.some((test) => matchesUrl(test, url, pageUrl)));
}

interface Known {
  readonly profiles: readonly Profile[];
  readonly profile: Profile | undefined;
}
/** Each look at a connection asks, and a change gives it a new object. */
const known = new WeakMap<Connection, Known>();

export function profileOf(connection: Connection, profiles: readonly Profile[]): Profile | undefined {
  const before = known.get(connection);
  if (before?.profiles === profiles) return before.profile;
  const profile = profileFor(connection.url, connection.documentUrl, profiles);
  known.set(connection, { profiles, profile });
  return profile;
}
