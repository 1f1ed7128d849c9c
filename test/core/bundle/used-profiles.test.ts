import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profilesIn, usedProfiles } from '../../../core/bundle/used-profiles';
import { readRecording } from '../../../core/bundle/read';
import { withBrought } from '../../../core/profiles/brought-profiles';
import { openhands } from '../../../core/profiles/openhands';
import { parseProfileText } from '../../../core/profiles/parse-profile';
import type { Profile } from '../../../core/profiles/profile';
import { FIRST_PROFILE } from '../../../core/profiles/profile-list';
import { toEvents } from '../../support/recording-proxy';

function parse(text: string): Profile {
  const parsed = parseProfileText(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}
const mine = parse(FIRST_PROFILE.replace('"app.example.com"', '"app.example"'));
const events = (address: string) => toEvents({ url: address, accepted: '', messages: [], close: undefined });

/** The head of a bundle that names these profiles. */
function headWith(profiles: unknown) {
  const text = JSON.stringify({
    format: 'hangup-bundle',
    version: 1,
    createdAt: '',
    app: { name: 'x', version: '' },
    isRedacted: true,
    droppedEvents: 0,
    profiles,
    events: [],
  });
  const read = readRecording(text);
  return read.ok ? read.value.head : undefined;
}

describe('the profiles of a capture', () => {
  it('are named, and brought where the user wrote them', () => {
    const all = [mine, openhands];
    expect(usedProfiles(events('ws://127.0.0.1/socket/1'), all)).toEqual([
      { id: 'my-app', name: 'My application', isOwn: true, profile: mine },
    ]);
    expect(usedProfiles(events('ws://127.0.0.1/sockets/events/1'), all)).toEqual([
      { id: 'openhands', name: 'OpenHands', isOwn: false },
    ]);
    expect(usedProfiles(events('ws://127.0.0.1/other'), all)).toEqual([]);
  });

  it('are read from a file as far as they are profiles', () => {
    const named = { id: 'my-app', name: 'x', isOwn: true };
    expect(profilesIn(headWith([{ ...named, profile: mine }]))).toEqual([mine]);
    expect(profilesIn(headWith([named, { ...named, profile: { ...mine, version: 9 } }]))).toEqual([]);
    // A file must not bring what passes for a profile of Hangup's own.
    expect(profilesIn(headWith([{ ...named, isOwn: false, profile: mine }]))).toEqual([]);
    const many = Array.from({ length: 50 }, () => ({ ...named, profile: mine }));
    expect(profilesIn(headWith(many)).length).toBeLessThanOrEqual(20);
    fc.assert(
      fc.property(fc.jsonValue(), (profile) => {
        expect(profilesIn(headWith([{ ...named, profile }]))).toEqual([]);
      }),
    );
  });

  it('come after those of whoever reads, and before the built-in ones', () => {
    const other = { ...mine, name: 'Other' };
    expect(withBrought([openhands], [mine])).toEqual([mine, openhands]);
    expect(withBrought([other, openhands], [mine])).toEqual([other, openhands]);
    const own = { ...openhands, name: 'Mine' };
    expect(withBrought([openhands], [own])).toEqual([own]);
  });
});
