import type { HangupEvent } from '../capture/event';
import { profiles as builtInProfiles } from '../profiles/catalogue';
import { parseProfile } from '../profiles/parse-profile';
import type { Profile } from '../profiles/profile';
import { profileFor } from '../profiles/profile-of';
import { MOST_OWN_PROFILES } from '../profiles/stored-profiles';
import type { HeadV1 } from './v1';
import type { BundleContent } from './write';

/** A profile as a bundle names it; one of the user's own stands in it whole. */
export type NamedProfile = NonNullable<HeadV1['profiles']>[number];

/** The profiles that know an address of a capture, in the order in which they were met. */
export function usedProfiles(
  events: readonly HangupEvent[],
  profiles: readonly Profile[],
): readonly NamedProfile[] {
  const pages = new Map<string, string>();
  const seen = new Set<string>();
  const used = new Map<string, NamedProfile>();
  for (const event of events) {
    if (event.type === 'source-started' && event.url !== undefined) pages.set(event.streamId, event.url);
    if (event.type !== 'socket-constructed' && event.type !== 'handshake') continue;
    const page = event.type === 'handshake' ? event.documentUrl : pages.get(event.streamId);
    const place = `${event.url} ${page ?? ''}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const profile = profileFor(event.url, page, profiles);
    if (profile !== undefined) used.set(profile.id, toNamed(profile));
  }
  return [...used.values()];
}

function toNamed(profile: Profile): NamedProfile {
  const { id, name } = profile;
  return builtInProfiles.includes(profile) ? { id, name, isOwn: false } : { id, name, isOwn: true, profile };
}

/** The profiles that came with a file, as far as they are ones. They explain this file and no other. */
export function profilesIn(head: HeadV1 | undefined): readonly Profile[] {
  return (head?.profiles ?? []).slice(0, MOST_OWN_PROFILES).flatMap(({ isOwn, profile }) => {
    const parsed = parseProfile(profile);
    return isOwn && parsed.ok ? [parsed.value] : [];
  });
}

/**
 * With the profiles that know an address of it. Those of the file that it came from stay, whatever is known here: they
 * are what its reader was shown.
 */
export function withUsedProfiles(content: BundleContent, profiles: readonly Profile[]): BundleContent {
  const { events, facts } = content;
  const used = usedProfiles(events, profiles);
  const all = [...(facts.profiles ?? []).filter(({ id }) => !used.some((one) => one.id === id)), ...used];
  return all.length === 0 ? content : { ...content, facts: { ...facts, profiles: all } };
}
