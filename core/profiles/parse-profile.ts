import { failure, success, type Result } from '../result';
import { checkProfile, checkProfileText, problemWords, type ProfileCheck } from './check-profile';
import type { Profile } from './profile';

/** More would be a list that nobody reads. */
const PROBLEMS_SHOWN = 5;

/** A profile from anybody. The problem names each place that is wrong, and what to do there. */
export function parseProfile(data: unknown): Result<Profile> {
  return toResult(checkProfile(data));
}

/** The same from the text of a file. */
export function parseProfileText(text: string): Result<Profile> {
  return toResult(checkProfileText(text));
}

function toResult(check: ProfileCheck): Result<Profile> {
  if (check.ok) return success(check.value);
  const shown = check.problems.slice(0, PROBLEMS_SHOWN).map(problemWords);
  const more = check.problems.length - shown.length + check.more;
  return failure([...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '));
}
