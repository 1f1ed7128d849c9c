import { profiles as builtInProfiles } from '../core/profiles/catalogue';
import type { Profile } from '../core/profiles/profile';

let known: readonly Profile[] = builtInProfiles;

/** The applications that this window knows. The same list as long as it stays the same. */
export function knownProfiles(): readonly Profile[] {
  return known;
}

/** The user's own profiles, asked before the built-in ones: who writes one means it. */
export function setOwnProfiles(own: readonly Profile[]): void {
  known = own.length === 0 ? builtInProfiles : [...own, ...builtInProfiles];
}
