import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenError } from '../../../core/close-codes/hidden-error';

describe('hiddenError', () => {
  it.each([
    [
      '{"server_error_msg":"4400: Connection initialization failed"}',
      '4400: Connection initialization failed',
    ],
    ['{"error":{"code":7}}', '{"code":7}'],
    ['{"server_error_msg":"4400: cut at 123 by', '{"server_error_msg":"4400: cut at 123 by'],
    ['4401: expired', '4401: expired'],
    [
      'Your session hit the maximum duration of 60 minutes.',
      'Your session hit the maximum duration of 60 minutes.',
    ],
  ])('reads %s', (reason, error) => {
    expect(hiddenError(reason)).toBe(error);
  });

  it.each([
    '',
    'bye',
    'done: 4 of 4',
    '{"reason":"done"}',
    '{"error":null}',
    '{"error":false}',
    '[1]',
    '{',
    '1000 items sent',
  ])('takes "%s" for what it says', (reason) => {
    expect(hiddenError(reason)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (reason) => {
        expect(() => hiddenError(reason)).not.toThrow();
      }),
    );
  });
});
