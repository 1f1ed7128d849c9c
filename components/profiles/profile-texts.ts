import type { ProfileCheck } from '../../core/profiles/check-profile';
import type { ListedProfile } from '../../core/profiles/profile-list';
import { text } from '../../locales/text';

/** What a check comes to, in one sentence. */
export function checkSentence(check: ProfileCheck): string {
  return check.ok
    ? text('profiles.nothingWrong', { name: check.value.name, count: check.value.signs.length })
    : text('profiles.mustChange', { count: check.problems.length + check.more });
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
  return other.isOwn ? text('profiles.replacesOwn', { name: other.name }) : text('profiles.replacesBuiltIn');
}

/** Whose it is, its id, and how much it knows. */
export function factsSentence({ profile, id, isOwn, signCount: count }: ListedProfile): string {
  if (profile === undefined) return text('profiles.unreadableFacts');
  return text(isOwn ? 'profiles.ownFacts' : 'profiles.builtInFacts', { id, count });
}

/** Why a profile is not used although it is switched on; undefined: it is. */
export function unusedSentence({ problem, isReplaced }: ListedProfile): string | undefined {
  if (problem !== undefined) return text('profiles.unusable', { problem });
  return isReplaced ? text('profiles.replaced') : undefined;
}
