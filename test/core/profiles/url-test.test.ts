import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../core/profiles/glob';
import { matchesText } from '../../../core/profiles/text-test';
import { matchesUrl } from '../../../core/profiles/url-test';

describe('a glob', () => {
  it.each([
    ['/sockets/events/*', '/sockets/events/87f5', true],
    ['/sockets/events/*', '/sockets', false],
    ['*/socket.io/*', '/runtime/7/socket.io/', true],
    ['*.shop.example', 'shop.example', false],
    ['a*a', 'a', false],
    ['*', '', true],
  ])('%s on %s: %s', (glob, text, fits) => {
    expect(matchesGlob(glob, text)).toBe(fits);
  });

  it('fits what it was made from, whatever stands for its stars', () => {
    const word = fc.stringMatching(/^[a-z/]{0,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), word, (parts, filling) => {
        expect(matchesGlob(parts.join('*'), parts.join(filling))).toBe(true);
      }),
    );
  });
});

describe('a test of an address', () => {
  const address = 'wss://h.example:3000/x/socket.io/?conversation_id=7&session_api_key=null';

  it('asks for all that it says', () => {
    expect(
      matchesUrl({ path: '*/socket.io/*', query: [{ name: 'conversation_id' }] }, address, undefined),
    ).toBe(true);
    expect(matchesUrl({ host: 'h.example', scheme: 'ws' }, address, undefined)).toBe(false);
    expect(
      matchesUrl({ query: [{ name: 'session_api_key', value: { equals: 'null' } }] }, address, undefined),
    ).toBe(true);
    expect(matchesUrl({ query: [{ name: 'latest_event_id', isMissing: true }] }, address, undefined)).toBe(
      true,
    );
    expect(matchesUrl({ query: [{ name: 'conversation_id', isMissing: true }] }, address, undefined)).toBe(
      false,
    );
  });

  it('fails where it asks for a page that is not known, or an address that is none', () => {
    expect(matchesUrl({ pagePath: '/conversations/*' }, address, undefined)).toBe(false);
    expect(matchesUrl({ pagePath: '/conversations/*' }, address, 'https://h.example/conversations/7')).toBe(
      true,
    );
    expect(matchesUrl({}, 'no address', undefined)).toBe(false);
  });
});

it('a test of a text holds only if all of it does', () => {
  expect(matchesText({ startsWith: 'User ', contains: 'not allowed' }, 'User 7 is not allowed')).toBe(true);
  expect(matchesText({ startsWith: 'User ', contains: 'not allowed' }, 'User 7 is allowed')).toBe(false);
  expect(matchesText({ noneOf: ['a'] }, 'a')).toBe(false);
});
