import type { Connection } from '../core/capture/connection';
import { withBrought } from '../core/profiles/brought-profiles';
import { profiles as builtInProfiles } from '../core/profiles/catalogue';
import type { Profile } from '../core/profiles/profile';

/** The profiles that are asked, in their order. The same list as long as it stays the same. */
export type ProfileSet = () => readonly Profile[];

let known: readonly Profile[] = builtInProfiles;
const setOf = new WeakMap<Connection, ProfileSet>();

/** The applications that this window knows. */
export const knownProfiles: ProfileSet = () => known;

export function setKnownProfiles(profiles: readonly Profile[]): void {
  known = profiles;
}

/** What the window knows, and what came with one file, which explains that file alone. */
export function createProfileSet(brought: readonly Profile[]): ProfileSet {
  if (brought.length === 0) return knownProfiles;
  let before: readonly Profile[] | undefined;
  let all: readonly Profile[] = [];
  return () => {
    if (before !== known) all = withBrought(known, brought);
    before = known;
    return all;
  };
}

/** Those of the capture that a connection is in. */
export function profilesOf(connection: Connection): readonly Profile[] {
  return (setOf.get(connection) ?? knownProfiles)();
}

/** To be told before anything is asked about a connection, unless it is explained by what the window knows. */
export function explainBy(connections: readonly Connection[], set: ProfileSet): void {
  if (set === knownProfiles) return;
  for (const connection of connections) setOf.set(connection, set);
}
