import { parseStoredProfiles, PROFILES_KEY, type StoredProfiles } from '../../core/profiles/stored-profiles';
import type { Keeper } from '../../core/settings/keeper';
import { createKeeper } from './keeper';

export function createProfileKeeper(): Keeper<StoredProfiles> {
  return createKeeper(PROFILES_KEY, parseStoredProfiles);
}
