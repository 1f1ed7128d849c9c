import { profiles as builtInProfiles } from './catalogue';
import type { Profile } from './profile';

/** What is asked of a file: the profiles of whoever reads it, those that came with it, and the built-in ones. Of one id the first counts. */
export function withBrought(known: readonly Profile[], brought: readonly Profile[]): readonly Profile[] {
  const own = known.filter((profile) => !builtInProfiles.includes(profile));
  const all = [...own, ...brought, ...known.filter((profile) => builtInProfiles.includes(profile))];
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}
