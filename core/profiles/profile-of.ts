import { onceAConnection } from './once-a-connection';
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

export const profileOf = onceAConnection(({ url, documentUrl }, profiles) =>
  profileFor(url, documentUrl, profiles),
);
