import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../core/profiles/profile';
import { FIRST_PROFILE } from '../../core/profiles/profile-list';
import { NO_STORED_PROFILES, type StoredProfiles } from '../../core/profiles/stored-profiles';
import { createProfileStore, type ProfileControls } from '../../state/profile-store';
import { createStoredValue, type StoredValue } from '../support/stored-value';

let stored: StoredValue<StoredProfiles>;
let used: (readonly Profile[])[];
let controls: ProfileControls;

beforeEach(() => {
  stored = createStoredValue(NO_STORED_PROFILES);
  used = [];
  controls = createProfileStore(stored.keeper, (profiles) => used.push(profiles));
});
const rows = () => controls.store.getState().list.map(({ id, isOn }) => `${id} ${isOn ? 'on' : 'off'}`);
const usedIds = () => used.map((profiles) => profiles.map(({ id }) => id).join(' '));

describe('own profiles', () => {
  it('hold as soon as they are stored, and until they are removed', async () => {
    expect(usedIds()).toEqual([]);
    expect(await controls.save(undefined, FIRST_PROFILE)).toMatchObject({ ok: true });
    expect(rows()).toEqual(['my-app on', 'openhands on']);
    const [own] = controls.store.getState().list;
    if (own === undefined) throw new Error('no profile');
    controls.setOn(own, false);
    controls.remove(1);
    expect(usedIds()).toEqual(['my-app openhands', 'openhands']);
    expect(rows()).toEqual(['openhands on']);
  });

  it('that are wrong are not stored, and said to be', async () => {
    expect(await controls.save(undefined, '[]')).toEqual({
      ok: false,
      problem: 'Line 1: Put an object in { } here.',
    });
    expect(stored.value).toBe(NO_STORED_PROFILES);
  });

  it('stay as they were where the browser cannot store', async () => {
    stored.isFull = true;
    const problem = 'The browser could not store this. Try again, or free some disk space.';
    expect(await controls.save(undefined, FIRST_PROFILE)).toEqual({ ok: false, problem });
    controls.remove(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(controls.store.getState().problem).toBe(problem);
  });
});
