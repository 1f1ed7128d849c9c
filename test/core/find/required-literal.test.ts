import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requiredLiteral } from '../../../core/find/required-literal';

const of = (pattern: RegExp) =>
  requiredLiteral({ kind: 'pattern', source: pattern.source, flags: pattern.flags });

test.each([
  [/key":"12\d+/, 'key":"12'],
  [/^\/socket\.io\/\?EIO=4$/, '/socket.io/?EIO=4'],
  [/ab+cde?f/, 'ab'],
  [/(?:maybe)?needle/i, 'needle'],
  [/x{20}yz/, 'yz'],
  [/\d{200}-end/, '-end'],
])('%s cannot do without %s', (pattern, literal) => {
  expect(of(pattern)).toBe(literal);
});

test.each([/this|that/, /\w+/, /a*b?/, /(?!never)./, /[a-z]{10,20}/, /needle/iu, new RegExp('\\u{20}x')])(
  'of %s nothing is known',
  (pattern) => {
    expect(of(pattern)).toBeUndefined();
  },
);

test('what a pattern matches holds its literal', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '1',
    '20',
    '\\d',
    '.',
    '[ab]',
    '[^\\]b]',
    '(a)',
    '(?:b1)',
    '(?=a)',
    '(?!b)',
    '\\.',
    '\\x61',
    '\\u0061',
    '^',
    '$',
    'é',
  );
  const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,1}', '+?', '{20}');
  const piece = fc
    .tuple(atom, quantifier)
    .map(([what, howOften]) => (/^[\^$]|^\(\?[=!]/.test(what) ? what : what + howOften));
  const source = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', 'A', '1', '2', '0', '.', 'é', ' '), { maxLength: 40 });
  fc.assert(
    fc.property(source, fc.constantFrom('', 'i', 's', 'u'), text, (written, flags, chars) => {
      const pattern = new RegExp(written, flags);
      const literal = of(pattern);
      const whole = chars.join('');
      if (literal === undefined || !pattern.test(whole)) return true;
      return whole.toLowerCase().includes(literal.toLowerCase());
    }),
    { numRuns: 20_000 },
  );
});
