import { readFile } from 'node:fs/promises';
import { profiles as builtInProfiles } from '../core/profiles/catalogue';
import { parseProfileText } from '../core/profiles/parse-profile';
import type { Profile } from '../core/profiles/profile';
import { failure, success, type Result } from '../core/result';
import { fileProblem } from './read-input';

/** The profiles in these files, then the built-in ones: asked in that order. Of one id the first counts. */
export async function readProfiles(paths: readonly string[]): Promise<Result<readonly Profile[]>> {
  const own: Profile[] = [];
  for (const path of paths) {
    const read = await readProfile(path);
    if (!read.ok) return read;
    const other = own.findIndex(({ id }) => id === read.value.id);
    if (other !== -1)
      return failure(
        `${path} and ${paths[other] ?? ''} hold profiles with the same id, "${read.value.id}": name one of them.`,
      );
    own.push(read.value);
  }
  const ids = new Set(own.map(({ id }) => id));
  return success([...own, ...builtInProfiles.filter(({ id }) => !ids.has(id))]);
}

async function readProfile(path: string): Promise<Result<Profile>> {
  try {
    const parsed = parseProfileText(await readFile(path, 'utf8'));
    return parsed.ok ? parsed : failure(`${path} is not a profile yet. ${parsed.problem}`);
  } catch (problem) {
    return failure(fileProblem(path, problem));
  }
}
