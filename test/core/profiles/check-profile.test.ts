import { describe, expect, it } from 'vitest';
import { checkProfileText, problemWords } from '../../../core/profiles/check-profile';

const sign = {
  id: 'no-seat',
  title: 'The shop is full',
  explanation: 'No seat is left.',
  severity: 'warning',
  retry: 'can-succeed',
  next: ['Open more seats.'],
  nextForUser: ['Come back later.'],
  when: { kind: 'close', codes: [4429] },
};
const shop = {
  version: 1,
  id: 'shop',
  name: 'Shop',
  recognise: [{}],
  conversationId: [],
  volatileParameters: [],
  signs: [sign],
};

function words(profile: unknown): readonly string[] {
  const check = checkProfileText(JSON.stringify(profile, undefined, 1));
  return check.ok ? [] : check.problems.map(problemWords);
}
const withSign = (more: object) => ({ ...shop, signs: [{ ...sign, ...more }] });
const without = (name: keyof typeof shop) =>
  Object.fromEntries(Object.entries(shop).filter(([key]) => key !== name));

describe('a profile in JSON', () => {
  it('is taken where nothing is wrong, whatever an editor put around it', () => {
    expect(words(shop)).toEqual([]);
    expect(
      checkProfileText(`\ufeff\r\n${JSON.stringify({ $schema: 'profile.schema.json', ...shop })}\r\n`).ok,
    ).toBe(true);
  });

  it.each([
    [without('name'), 'Line 1, name: Add this: a text in double quotes is missing.'],
    [without('version'), 'Line 1, version: Add this: it is missing, and must be 1.'],
    [{ ...shop, version: 2 }, 'Line 2, version: Put 1 here.'],
    [{ ...shop, recognise: [] }, 'Line 5, recognise: Make this list at least 1 entry long.'],
    [
      { ...shop, nmae: 'x' },
      'Line 31, nmae: Take "nmae" out, or correct the name: there is no such field here.',
    ],
    [withSign({ severity: 'bad' }), 'Line 15, signs.0.severity: Put one of "info", "warning", "error" here.'],
    [
      withSign({ when: { kind: 'close', codes: [99] } }),
      'Line 26, signs.0.when.codes.0: Put a number here that is at least 1000.',
    ],
    [
      withSign({ when: { kind: 'close', codes: ['4429'] } }),
      'Line 26, signs.0.when.codes.0: Put a number here.',
    ],
    [
      withSign({ when: { kind: 'event', packet: { direction: 'in', where: [{ at: 'a', equals: [] }] } } }),
      'Line 30, signs.0.when.packet.where.0.equals: Put a text in double quotes or a number or true or false or null here.',
    ],
    [[], 'Line 1: Put an object in { } here.'],
  ])('that is wrong is told the place and what to do (%#)', (profile, expected) => {
    expect(words(profile)).toEqual([expected]);
  });

  it('names the kinds of signs that there are', () => {
    expect(words(withSign({ when: { kind: 'closed' } }))[0]).toMatch(
      /signs\.0\.when\.kind: Put one of "refusal", .*"close", /,
    );
    expect(words(withSign({ when: {} }))[0]).toMatch(
      /signs\.0\.when\.kind: Add this: it must be one of "refusal"/,
    );
  });

  it('names twenty problems, and counts the others', () => {
    const check = checkProfileText(JSON.stringify({ ...shop, signs: Array.from({ length: 40 }, () => 1) }));
    expect(check).toMatchObject({ ok: false, more: 20 });
  });

  it('that is far too long is not read at all', () => {
    expect(checkProfileText(`"${'x'.repeat(500_000)}"`)).toMatchObject({
      problems: [
        { message: 'Choose another file: this one has more than 500,000 characters, and is no profile.' },
      ],
    });
  });
});
