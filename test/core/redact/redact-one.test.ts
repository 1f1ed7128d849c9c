import { expect, it } from 'vitest';
import { redactOne } from '../../../core/redact/redact-one';

it('takes the secrets out of one text, and leaves the rest', () => {
  const text =
    'The page saw wss://a.test/s?session_api_key=f3Xk29sLq8Zt4Bv7Rm1Yc6Wd0Np5Hj2Ea close with 4401';
  const redacted = redactOne(text);
  expect(redacted).not.toContain('f3Xk29sLq8');
  expect(redacted).toContain('close with 4401');
  expect(redacted).toContain('wss://a.test/s?session_api_key=');
});
