import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Profile } from '../core/profiles/profile';
import { activeProfiles, toProfileList, type ListedProfile } from '../core/profiles/profile-list';
import {
  NO_STORED_PROFILES,
  withBuiltInOn,
  withoutProfile,
  withProfile,
  withProfileOn,
  type StoredProfiles,
} from '../core/profiles/stored-profiles';
import { failure, success, type Result } from '../core/result';
import type { Keeper } from '../core/settings/keeper';
import { text } from '../locales/text';
import { changeKept } from './kept-change';

export interface ProfilesState {
  readonly list: readonly ListedProfile[];
  /** A sentence: the last change could not be stored. */
  readonly problem: string | undefined;
}

export interface ProfileControls {
  readonly store: Pick<StoreApi<ProfilesState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** @param key of the profile that is changed; undefined: a new one */
  readonly save: (key: number | undefined, text: string) => Promise<Result<undefined>>;
  readonly setOn: (profile: ListedProfile, isOn: boolean) => void;
  readonly remove: (key: number) => void;
  readonly stop: () => void;
}

/**
 * What is shown is what is stored, and what is stored holds at once, in every panel that is open.
 *
 * @param use is told the profiles that are asked from now on, whenever they become others
 */
export function createProfileStore(
  keeper: Keeper<StoredProfiles>,
  use: (profiles: readonly Profile[]) => void,
): ProfileControls {
  const list = toProfileList(NO_STORED_PROFILES);
  const store = createStore<ProfilesState>()(() => ({ list, problem: undefined }));
  let used = toMark(list);

  const stop = keeper.watch((stored) => {
    const now = toProfileList(stored);
    store.setState({ list: now });
    const mark = toMark(now);
    if (mark === used) return;
    used = mark;
    use(activeProfiles(now));
  });

  function change(to: (before: StoredProfiles) => StoredProfiles): void {
    changeKept(keeper, to, (problem) => store.setState({ problem }));
  }

  return {
    store,
    async save(key, written) {
      let refusal: Result<undefined> = success(undefined);
      try {
        await keeper.change((before) => {
          const changed = withProfile(before, key, written);
          refusal = changed.ok ? success(undefined) : changed;
          return changed.ok ? changed.value : before;
        });
        return refusal;
      } catch {
        return failure(text('settings.notStored'));
      }
    },
    setOn({ key }, isOn) {
      change((before) =>
        typeof key === 'number' ? withProfileOn(before, key, isOn) : withBuiltInOn(before, key, isOn),
      );
    },
    remove: (key) => change((before) => withoutProfile(before, key)),
    stop,
  };
}

/** Differs exactly where other profiles are asked. */
function toMark(list: readonly ListedProfile[]): string {
  return JSON.stringify(
    list
      .filter(({ isOn, isReplaced, profile }) => isOn && !isReplaced && profile !== undefined)
      .map((one) => (one.isOwn ? one.text : one.id)),
  );
}
