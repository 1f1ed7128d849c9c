import type { z } from 'zod';
import { failure, success, type Result } from '../result';
import { profileSchema, type Profile } from './profile';

/** Larger than any taxonomy that a person writes. */
const TEXT_LIMIT = 2_000_000;
/** More would be a list that nobody reads. */
const PROBLEMS_SHOWN = 5;

/** A profile from anybody. The problem names each place that is wrong, and what would be right there. */
export function parseProfile(data: unknown): Result<Profile> {
  const parsed = profileSchema.safeParse(data);
  if (!parsed.success) return failure(problemsOf(parsed.error));
  const { signs } = parsed.data;
  const ids = signs.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    return failure(`Two signs are called "${twice}": give each sign an id of its own.`);
  return success(parsed.data);
}

/** The same from the text of a file. */
export function parseProfileText(text: string): Result<Profile> {
  if (text.length > TEXT_LIMIT)
    return failure('This file is larger than 2 MB: that is no profile, choose another file.');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return failure(`This is not JSON, so it cannot be read as a profile: ${words}.`);
  }
  return parseProfile(data);
}

function problemsOf({ issues }: z.ZodError): string {
  const shown = issues.slice(0, PROBLEMS_SHOWN).map(({ path, message }) => {
    const place = path.length === 0 ? 'At the top' : `At ${path.map(String).join('.')}`;
    return `${place}: ${message.replace(/\.$/, '')}.`;
  });
  const more = issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}
