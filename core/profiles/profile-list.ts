import { profiles as builtInProfiles } from './catalogue';
import { checkProfileText, problemWords } from './check-profile';
import type { Profile } from './profile';
import type { StoredProfiles } from './stored-profiles';

/** One line of the list of profiles. */
export interface ListedProfile {
  /** Of the user's own: its key in storage. Of a built-in one: its id. */
  readonly key: number | string;
  readonly isOwn: boolean;
  readonly isOn: boolean;
  /** Empty: it cannot be read. */
  readonly name: string;
  readonly id: string;
  readonly signCount: number;
  /** The JSON of it. */
  readonly text: string;
  /** Undefined: it cannot be used, and `problem` says why. */
  readonly profile: Profile | undefined;
  /** The first thing that must be changed, as a sentence; undefined: nothing. */
  readonly problem: string | undefined;
  /** One of the user's own with the same id is used in its place. */
  readonly isReplaced: boolean;
}

/** All profiles, the user's own first: that is the order in which they are asked. */
export function toProfileList(
  { own, offBuiltIns }: StoredProfiles,
  builtIn: readonly Profile[] = builtInProfiles,
): readonly ListedProfile[] {
  const listed = own.map(({ key, text, isOn }): ListedProfile => {
    const check = checkProfileText(text);
    if (check.ok) return { key, isOwn: true, isOn, text, ...factsOf(check.value) };
    const problem = check.problems.slice(0, 1).map(problemWords).join('');
    return {
      key,
      isOwn: true,
      isOn,
      text,
      name: '',
      id: '',
      signCount: 0,
      profile: undefined,
      problem,
      isReplaced: false,
    };
  });
  const replaced = new Set(listed.filter(({ isOn }) => isOn).map(({ id }) => id));
  const shipped = builtIn.map((profile): ListedProfile => {
    return {
      key: profile.id,
      isOwn: false,
      isOn: !offBuiltIns.includes(profile.id),
      text: toProfileText(profile),
      ...factsOf(profile),
      isReplaced: replaced.has(profile.id),
    };
  });
  return [...listed, ...shipped];
}

/** The profiles that are asked, in their order. */
export function activeProfiles(list: readonly ListedProfile[]): readonly Profile[] {
  return list.flatMap(({ isOn, isReplaced, profile }) =>
    isOn && !isReplaced && profile !== undefined ? [profile] : [],
  );
}

/** Profiles do not change, and OpenHands' is long. */
const texts = new WeakMap<Profile, string>();

function toProfileText(profile: Profile): string {
  const known = texts.get(profile);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(profile, undefined, 2)}\n`;
  texts.set(profile, text);
  return text;
}

/** A copy under an id of its own, to change: tickets must tell it from the original. */
export function toOwnCopy(profile: Profile): string {
  return toProfileText({
    ...profile,
    id: `${profile.id.slice(0, 56)}-own`,
    name: `${profile.name.slice(0, 94)} (own)`,
  });
}

/** The smallest profile, as a start. */
export const FIRST_PROFILE = toProfileText({
  version: 1,
  id: 'my-app',
  name: 'My application',
  recognise: [{ host: 'app.example.com', path: '/socket/*' }],
  conversationId: [],
  volatileParameters: [],
  signs: [
    {
      id: 'full',
      title: 'The server is full',
      explanation: 'The server closed with 4429, with which it says that no place is left.',
      severity: 'warning',
      retry: 'can-succeed',
      next: ['Add servers, or let the client wait for a minute before it tries again.'],
      nextForUser: ['Try again in a minute.'],
      when: { kind: 'close', codes: [4429] },
    },
  ],
});

function factsOf(profile: Profile) {
  const { name, id, signs } = profile;
  return { name, id, signCount: signs.length, profile, problem: undefined, isReplaced: false };
}
