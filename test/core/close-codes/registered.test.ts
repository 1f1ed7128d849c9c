import { describe, expect, it } from 'vitest';
import { codeRange, REGISTERED_CODES, registeredCode } from '../../../core/close-codes/registered';

describe('the registered close codes', () => {
  it('are those of RFC 6455 and of the IANA registry, each once and in order', () => {
    const rfc6455 = [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011];
    const later = [1012, 1013, 1014, 1015, 3000, 3003, 3008];
    expect(REGISTERED_CODES.map(({ code }) => code)).toEqual([...rfc6455, ...later]);
  });

  it('name the three that must never be sent', () => {
    expect(REGISTERED_CODES.filter(({ isNeverSent }) => isNeverSent).map(({ code }) => code)).toEqual([
      1005, 1006, 1015,
    ]);
  });

  it('do not send a client back to a server that refuses it for good', () => {
    for (const code of [1002, 1003, 1007, 1008, 1009, 1010]) expect(registeredCode(code)?.retry).toBe('no');
    for (const code of [1001, 1011, 1012, 1013, 1014])
      expect(registeredCode(code)?.retry).toBe('with-backoff');
  });

  it('leave the rest unnamed', () => {
    for (const code of [0, 999, 1016, 2999, 3001, 4000, 5000]) expect(registeredCode(code)).toBeUndefined();
  });
});

describe('codeRange', () => {
  it.each([
    [0, 'not-used'],
    [999, 'not-used'],
    [1000, 'protocol'],
    [2999, 'protocol'],
    [3000, 'library'],
    [3999, 'library'],
    [4000, 'application'],
    [4999, 'application'],
    [5000, 'invalid'],
    [65_535, 'invalid'],
  ])('puts %i into the range "%s"', (code, range) => {
    expect(codeRange(code)).toBe(range);
  });
});
