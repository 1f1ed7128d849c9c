import { LONGEST_PROFILE } from '../../core/profiles/check-profile';
import { failure, success, type Result } from '../../core/result';
import { text } from '../../locales/text';

/** Four bytes are the most that a character takes. */
const MOST_BYTES = 4 * LONGEST_PROFILE;

/** The text of a file that the user chose or dropped. What is in it is checked where it is shown. */
export async function readProfileFile(file: File): Promise<Result<string>> {
  if (file.size > MOST_BYTES) return failure(text('profiles.tooLarge'));
  try {
    return success(await file.text());
  } catch {
    // A folder, or a file that was moved meanwhile.
    return failure(text('profiles.unreadableFile'));
  }
}
