import { failure, success, type Result } from '../result';

/** A bundle of any version as it stands in the file: its head, and its events unread. */
export interface StoredBundle {
  readonly head: Readonly<Record<string, unknown>>;
  readonly events: readonly unknown[];
}

/** The version that is written. */
export const CURRENT_VERSION = 1;

/** From the version of its place to the next: `STEPS[0]` takes a version 1 to a version 2. None yet. */
export const STEPS: readonly ((bundle: StoredBundle) => StoredBundle)[] = [];

/** Takes a bundle of any version that was ever written to today's, step by step. */
export function migrate(
  bundle: StoredBundle,
  current: number = CURRENT_VERSION,
  steps: readonly ((bundle: StoredBundle) => StoredBundle)[] = STEPS,
): Result<StoredBundle> {
  const { version } = bundle.head;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return failure('This Hangup bundle does not say which version of the format it has: export it again.');
  if (version > current)
    return failure(
      `This bundle has format version ${version}, and this Hangup reads up to version ${current}: update Hangup to open it.`,
    );
  return success(steps.slice(version - 1).reduce((migrated, step) => step(migrated), bundle));
}
