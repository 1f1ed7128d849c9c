import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../core/profiles/catalogue';
import { parseProfile, parseProfileText } from '../../../core/profiles/parse-profile';

const small = {
  version: 1,
  id: 'shop',
  name: 'Shop',
  recognise: [{ host: '*.shop.example' }],
  conversationId: [],
  volatileParameters: [],
  signs: [
    {
      id: 'no-seat',
      title: 'The shop is full',
      explanation: 'No seat is left.',
      severity: 'warning',
      retry: 'can-succeed',
      next: ['Open more seats.'],
      nextForUser: ['Come back later.'],
      when: { kind: 'close', codes: [4429], reason: { startsWith: 'full' } },
    },
  ],
};

function problemOf(data: unknown): string {
  const parsed = parseProfile(data);
  return parsed.ok ? '' : parsed.problem;
}

describe('a profile', () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    'built in as %s is one that anybody could have written: it passes as JSON',
    (_id, profile) => {
      expect(parseProfileText(JSON.stringify(profile))).toEqual({ ok: true, value: profile });
    },
  );

  it('has a sign for each refusal, hang, lost socket and message fault that is known of OpenHands', () => {
    const ids = profiles.flatMap(({ signs }) => signs.map(({ id }) => id));
    for (const wireId of [
      'd-01',
      'd-02',
      'd-05',
      'd-06',
      'd-08',
      'e-01',
      'f-06',
      'f-14',
      'f-15',
      'f-16',
      'g-01',
    ])
      expect(ids.filter((id) => id.startsWith(wireId))).not.toEqual([]);
  });

  it('says where it is wrong, and what would be right there', () => {
    expect(parseProfile(small).ok).toBe(true);
    expect(problemOf({ ...small, id: 'My Shop' })).toBe('id: Use lower-case letters, digits and hyphens.');
    const [sign] = small.signs;
    expect(problemOf({ ...small, signs: [sign, sign] })).toBe(
      'signs.1.id: Give this sign an id of its own: another one is called "no-seat" too.',
    );
    expect(problemOf({ ...small, signs: [{ ...sign, title: 'Full.' }] })).toBe(
      'signs.0.title: A title has no full stop.',
    );
    expect(problemOf({ ...small, script: 'alert(1)' })).toMatch(/script/);
    const parsed = parseProfileText('{');
    expect(parsed.ok ? '' : parsed.problem).toBe('Line 1: The text ends too early: put } here.');
  });

  it('is refused or taken, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (data) => void parseProfile(data)));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(small)), fc.jsonValue(), (key, value) => {
        void parseProfile({ ...small, [key]: value });
      }),
    );
  });
});
