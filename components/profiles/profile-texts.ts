import type { ProfileCheck } from '../../core/profiles/check-profile';
import type { ListedProfile } from '../../core/profiles/profile-list';

/** What a check comes to, in one sentence. */
export function checkSentence(check: ProfileCheck): string {
  if (check.ok)
    return `Nothing is wrong with it: ${check.value.name}, ${countSigns(check.value.signs.length)}.`;
  const count = check.problems.length + check.more;
  return count === 1 ? 'One place must be changed:' : `${count} places must be changed:`;
}

export function countSigns(count: number): string {
  return count === 1 ? '1 sign' : `${count.toLocaleString('en')} signs`;
}

/** What saving does beside saving; undefined: nothing. */
export function replacementSentence(
  check: ProfileCheck,
  key: number | undefined,
  list: readonly ListedProfile[],
): string | undefined {
  if (!check.ok) return undefined;
  const other = list.find((one) => one.id === check.value.id && one.key !== key);
  if (other === undefined) return undefined;
  return other.isOwn
    ? `Your profile with the same id, ${other.name}, gives way to this one.`
    : 'While this one is on, it is used in place of the built-in one with the same id.';
}
