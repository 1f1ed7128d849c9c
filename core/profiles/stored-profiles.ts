import { z } from 'zod';
import { failure, success, type Result } from '../result';
import { checkProfileText, LONGEST_PROFILE, problemWords } from './check-profile';

/** The key under which an extension's `storage.local` holds them. */
export const PROFILES_KEY = 'profiles';

export const MOST_OWN_PROFILES = 20;
/** Of all together: `storage.local` holds 10 MB for everything, and a character takes up to three bytes. */
const MOST_CHARACTERS = 2_000_000;

const ownSchema = z.object({
  /** Stays the same while the profile is edited. */
  key: z.int().min(1),
  /** JSON as its author wrote it. */
  text: z.string().max(LONGEST_PROFILE),
  isOn: z.boolean(),
});
export type OwnProfile = Readonly<z.infer<typeof ownSchema>>;

/** What the user decided about profiles, for this browser. */
export interface StoredProfiles {
  readonly own: readonly OwnProfile[];
  /** Ids of built-in profiles that are switched off. */
  readonly offBuiltIns: readonly string[];
}

export const NO_STORED_PROFILES: StoredProfiles = { own: [], offBuiltIns: [] };

const storedSchema = z.object({
  own: z.array(z.unknown()).catch([]),
  offBuiltIns: z.array(z.string().max(60)).max(100).catch([]),
});

/** What storage holds, from whomever: entries that cannot be read, and what is beyond the bounds, are left out. */
export function parseStoredProfiles(stored: unknown): StoredProfiles {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return NO_STORED_PROFILES;
  const own: OwnProfile[] = [];
  const keys = new Set<number>();
  let characters = 0;
  for (const one of parsed.data.own.slice(0, MOST_OWN_PROFILES)) {
    const entry = ownSchema.safeParse(one);
    if (!entry.success || keys.has(entry.data.key)) continue;
    characters += entry.data.text.length;
    if (characters > MOST_CHARACTERS) break;
    keys.add(entry.data.key);
    own.push(entry.data);
  }
  return { own, offBuiltIns: parsed.data.offBuiltIns };
}

/**
 * A profile added, or changed in its place. Another one of the user's with the same id gives way to it.
 *
 * @param key undefined: a new one
 */
export function withProfile(
  before: StoredProfiles,
  key: number | undefined,
  text: string,
): Result<StoredProfiles> {
  const check = checkProfileText(text);
  if (!check.ok) return failure(check.problems.slice(0, 1).map(problemWords).join(' '));
  const { id } = check.value;
  const kept = before.own.filter((one) => one.key === key || idOf(one) !== id);
  const isNew = !kept.some((one) => one.key === key);
  const own = isNew
    ? [...kept, { key: 1 + Math.max(0, ...before.own.map((one) => one.key)), text, isOn: true }]
    : kept.map((one) => (one.key === key ? { ...one, text } : one));
  if (own.length > MOST_OWN_PROFILES)
    return failure(`Remove a profile first: there can be ${MOST_OWN_PROFILES} of your own.`);
  if (own.reduce((sum, one) => sum + one.text.length, 0) > MOST_CHARACTERS)
    return failure(
      'Remove a profile first, or make this one shorter: all of yours together have more than 2 million characters.',
    );
  return success({ ...before, own });
}

export function withoutProfile(before: StoredProfiles, key: number): StoredProfiles {
  return { ...before, own: before.own.filter((one) => one.key !== key) };
}

export function withProfileOn(before: StoredProfiles, key: number, isOn: boolean): StoredProfiles {
  return { ...before, own: before.own.map((one) => (one.key === key ? { ...one, isOn } : one)) };
}

export function withBuiltInOn(before: StoredProfiles, id: string, isOn: boolean): StoredProfiles {
  const others = before.offBuiltIns.filter((one) => one !== id);
  return { ...before, offBuiltIns: isOn ? others : [...others, id] };
}

function idOf({ text }: OwnProfile): string | undefined {
  const check = checkProfileText(text);
  return check.ok ? check.value.id : undefined;
}
