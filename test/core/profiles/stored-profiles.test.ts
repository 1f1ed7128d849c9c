import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_PROFILE } from '../../../core/profiles/check-profile';
import { openhands } from '../../../core/profiles/openhands';
import { activeProfiles, FIRST_PROFILE, toOwnCopy, toProfileList } from '../../../core/profiles/profile-list';
import {
  MOST_OWN_PROFILES,
  NO_STORED_PROFILES,
  parseStoredProfiles,
  withBuiltInOn,
  withoutProfile,
  withProfile,
  withProfileOn,
  type StoredProfiles,
} from '../../../core/profiles/stored-profiles';

const profile = (id: string, more: object = {}) =>
  JSON.stringify({ ...(JSON.parse(FIRST_PROFILE) as object), id, name: `App ${id}`, ...more });

function stored(...texts: readonly string[]): StoredProfiles {
  return texts.reduce((before, text) => {
    const after = withProfile(before, undefined, text);
    if (!after.ok) throw new Error(after.problem);
    return after.value;
  }, NO_STORED_PROFILES);
}
const activeIds = (what: StoredProfiles) => activeProfiles(toProfileList(what)).map(({ id }) => id);

describe('stored profiles', () => {
  it('are asked before the built-in ones', () => {
    expect(activeIds(NO_STORED_PROFILES)).toEqual(['openhands']);
    expect(activeIds(stored(profile('one'), profile('two')))).toEqual(['one', 'two', 'openhands']);
  });

  it('are changed in their place, and have one id each', () => {
    const two = stored(profile('one'), profile('two'));
    const renamed = withProfile(two, 1, profile('two', { name: 'New' }));
    expect(renamed).toMatchObject({ ok: true, value: { own: [{ key: 1 }] } });
    const again = withProfile(two, undefined, profile('two'));
    expect(again).toMatchObject({ ok: true, value: { own: [{ key: 1 }, { key: 3 }] } });
    const gone = withProfile(two, 7, profile('three'));
    expect(gone).toMatchObject({ ok: true, value: { own: [{ key: 1 }, { key: 2 }, { key: 3 }] } });
  });

  it('are switched off and removed one by one, built-in ones switched off', () => {
    const two = stored(profile('one'), profile('two'));
    expect(activeIds(withProfileOn(two, 1, false))).toEqual(['two', 'openhands']);
    expect(activeIds(withoutProfile(two, 1))).toEqual(['two', 'openhands']);
    const off = withBuiltInOn(two, 'openhands', false);
    expect(activeIds(off)).toEqual(['one', 'two']);
    expect(activeIds(withBuiltInOn(off, 'openhands', true))).toEqual(['one', 'two', 'openhands']);
  });

  it('of a built-in one’s id take its place while they are on', () => {
    const own = stored(profile('openhands'));
    expect(activeProfiles(toProfileList(own)).map(({ name }) => name)).toEqual(['App openhands']);
    expect(activeProfiles(toProfileList(withProfileOn(own, 1, false)))).toEqual([openhands]);
  });

  it('are refused with what is wrong, and where there are too many', () => {
    expect(withProfile(NO_STORED_PROFILES, undefined, '{')).toEqual({
      ok: false,
      problem: 'Line 1: The text ends too early: put } here.',
    });
    const many = stored(...Array.from({ length: MOST_OWN_PROFILES }, (_, index) => profile(`app-${index}`)));
    expect(withProfile(many, undefined, profile('more'))).toMatchObject({
      ok: false,
      problem: /Remove a profile first/,
    });
    expect(withProfile(many, 3, profile('other')).ok).toBe(true);
    const padding = ' '.repeat(LONGEST_PROFILE - 2_000);
    const large = stored(...[1, 2, 3, 4].map((index) => profile(`app-${index}`) + padding));
    expect(withProfile(large, undefined, profile('more') + padding)).toMatchObject({ ok: false });
  });

  it('that cannot be read any more are listed with what to do, and not asked', () => {
    const old = parseStoredProfiles({ own: [{ key: 1, text: '{"version":0}', isOn: true }] });
    const [first] = toProfileList(old);
    expect(first?.problem).toBe('Line 1, version: Put 1 here.');
    expect(activeIds(old)).toEqual(['openhands']);
  });

  it('are read from whatever storage holds', () => {
    const good = { key: 4, text: FIRST_PROFILE, isOn: true };
    const mixed = [
      good,
      { ...good, isOn: 1 },
      null,
      good,
      { key: 5, text: 'x'.repeat(LONGEST_PROFILE + 1), isOn: true },
    ];
    expect(parseStoredProfiles({ own: mixed, offBuiltIns: ['openhands', 3] })).toEqual({
      own: [good],
      offBuiltIns: [],
    });
    const many = Array.from({ length: 1_000 }, (_, index) => ({ ...good, key: index + 1 }));
    expect(parseStoredProfiles({ own: many }).own).toHaveLength(MOST_OWN_PROFILES);
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (own, offBuiltIns) => {
        toProfileList(parseStoredProfiles({ own, offBuiltIns }));
        expect(parseStoredProfiles(own).own).toEqual([]);
      }),
    );
  });
});

describe('a start for a profile of one’s own', () => {
  it.each([FIRST_PROFILE, toOwnCopy(openhands)])('is a profile under an id of its own (%#)', (text) => {
    expect(activeIds(stored(text))).toHaveLength(2);
  });
});
