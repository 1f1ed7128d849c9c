import { describe, expect, it } from 'vitest';
import { labForThisFile, upgradeRaw } from './raw-client';

describe('/status', () => {
  const lab = labForThisFile();

  async function headOf(target: string): Promise<string> {
    const client = upgradeRaw(lab().wsOrigin, target);
    expect(await client.ended).toBe('fin');
    return client.head();
  }

  it.each([200, 301, 400, 401, 403, 404, 407, 410, 418, 426, 429, 500, 502, 503, 504, 599])(
    'answers the handshake %i',
    async (code) => {
      expect(await headOf(`/status/${code}?conversation_id=abc`)).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
    },
  );

  it('adds a login challenge to 401 only when asked to', async () => {
    expect(await headOf('/status/401')).not.toContain('WWW-Authenticate');
    expect(await headOf('/status/401/label?challenge=1')).toContain('WWW-Authenticate: Basic');
  });

  it('sends redirects somewhere and tells a client that is early when to return', async () => {
    expect(await headOf('/status/302')).toContain('Location: /echo');
    expect(await headOf('/status/429')).toContain('Retry-After: 5');
  });

  it('answers a plain request the same', async () => {
    const response = await fetch(`${lab().httpOrigin}/status/403`);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ detail: 'fault lab: 403' });
  });

  it.each(['/status/101', '/status/600', '/status/abc', '/status/', '/status'])(
    'answers 400 to %s, which is no final status',
    async (target) => {
      expect(await headOf(target)).toMatch(/^HTTP\/1.1 400 /);
    },
  );
});
