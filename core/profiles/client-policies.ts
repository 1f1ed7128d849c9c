import type { Connection } from '../capture/connection';
import type { ReconnectPolicy } from '../protocols/protocol';
import type { Profile } from './profile';
import { profileOf } from './profile-of';
import { matchesUrl } from './url-test';

/** How the clients of the application come back at this address, by its profile. Empty: it does not say. */
export function clientPoliciesOf(
  connection: Connection,
  profiles: readonly Profile[],
): readonly ReconnectPolicy[] {
  const { url, documentUrl } = connection;
  return (profileOf(connection, profiles)?.clients ?? [])
    .filter(({ address }) => matchesUrl(address, url, documentUrl))
    .map(({ name, retries, waitMs }): ReconnectPolicy => {
      const common = { client: name, note: retries, attempts: undefined };
      if (waitMs === undefined) return { ...common, waits: { kind: 'never' }, jitter: 0 };
      const middleMs = (waitMs.atLeast + waitMs.atMost) / 2;
      const jitter = middleMs === 0 ? 0 : (waitMs.atMost - middleMs) / middleMs;
      return { ...common, waits: { kind: 'list', ms: [middleMs] }, jitter };
    });
}
