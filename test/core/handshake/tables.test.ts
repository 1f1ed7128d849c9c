import { describe, expect, it } from 'vitest';
import { statusMeaning } from '../../../core/handshake/http-status';
import { netErrorMeaning } from '../../../core/handshake/net-errors';

describe('statusMeaning', () => {
  it.each([200, 301, 302, 307, 308, 400, 401, 403, 404, 410, 426, 429, 500, 502, 503, 504])(
    'knows %i',
    (status) => {
      expect(statusMeaning(status).name).toMatch(/^[A-Z]/);
    },
  );

  it.each([520, 521, 522, 523, 524, 525, 526])("knows Cloudflare's %i", (status) => {
    expect(statusMeaning(status).name).toContain('(Cloudflare)');
  });

  it.each([
    [599, 'server error'],
    [499, 'client error'],
    [399, 'redirect'],
    [299, 'no upgrade'],
    [999, 'server error'],
  ])('describes %i, which is not in the table, by its class: %s', (status, name) => {
    expect(statusMeaning(status).name).toBe(name);
  });
});

describe('netErrorMeaning', () => {
  it.each(['constructor', 'toString', '__proto__'])('knows nothing of %s, which every object has', (name) => {
    expect(netErrorMeaning(name)).toBeUndefined();
  });

  it('reads a member of a family that the table does not list', () => {
    expect(netErrorMeaning('CERT_SOMETHING')?.kind).toBe('tls');
  });

  it('prefers the row of an error to its family', () => {
    expect(netErrorMeaning('CERT_DATE_INVALID')?.meaning).toContain('expired');
  });

  it('does not pretend to know what it does not', () => {
    expect(netErrorMeaning('SOMETHING_NEW')).toBeUndefined();
  });
});
