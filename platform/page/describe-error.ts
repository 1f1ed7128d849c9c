import { stringSlice } from './primordials';

/** What the browser threw, cut to what is worth keeping. Throws itself on what is no error: call it in a safe place. */
export function describeError(problem: unknown): { name: string; message: string } {
  const error = problem as { name?: unknown; message?: unknown };
  return { name: stringSlice(error.name, [0, 200]), message: stringSlice(error.message, [0, 4_000]) };
}
