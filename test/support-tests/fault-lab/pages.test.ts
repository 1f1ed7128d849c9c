import { describe, expect, it } from 'vitest';
import { faults } from '../../support/fault-lab/faults';
import { labForThisFile } from './raw-client';

describe('the pages', () => {
  const lab = labForThisFile();
  const get = (path: string): Promise<Response> => fetch(lab().httpOrigin + path, { redirect: 'manual' });

  it('links every fault from the index', async () => {
    const html = await (await get('/')).text();
    for (const { title } of faults) expect(html).toContain(`>${title.replaceAll("'", '&#39;')}</a>`);
  });

  it('serves the page of every fault, with no inline handlers', async () => {
    for (const fault of faults) {
      const response = await fetch(fault.page(lab()));
      expect(response.status, fault.id).toBe(200);
      expect(await response.text()).not.toMatch(/\son\w+=/);
    }
  });

  it.each([
    ['/client/socket.io.js', 'text/javascript', 'Socket.IO v4'],
    ['/pages/native.js', 'text/javascript', 'WebSocket'],
    ['/pages/socket-io.js', 'text/javascript', 'io('],
    ['/pages/lab-log.js', 'text/javascript', 'labLog'],
    ['/pages/lab.css', 'text/css', 'color-scheme: light dark'],
    ['/pages/blank', 'text/html', '<title>Blank</title>'],
    ['/pages/left', 'text/html', 'labDone'],
  ])('serves %s as %s', async (path, type, text) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toContain(text);
  });

  it('forbids the socket of /pages/csp-blocked, and picks one where none is given', async () => {
    const redirect = await get('/pages/csp-blocked');
    expect(redirect.status).toBe(302);
    const response = await get(redirect.headers.get('location') ?? '');
    expect(response.headers.get('content-security-policy')).toBe("connect-src 'self'");
  });

  it.each([
    '/pages/native',
    '/pages/native?url=ws://x/&reconnectMs=soon',
    '/pages/native?url=ws://x/&closeCode=70000',
    '/pages/socket-io?transports=pigeon',
    '/pages/socket-io?path=nowhere',
  ])('answers 400 with a sentence to %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^[A-Z"].*\.\n$/);
  });

  it('knows what is not there and what is not for it', async () => {
    expect((await get('/pages/../package.json')).status).toBe(426);
    expect((await get('/pages/lab-log')).status).toBe(404);
    expect((await get('/pages/toString')).status).toBe(404);
    expect((await get('/echo')).status).toBe(426);
    expect((await fetch(`${lab().httpOrigin}/`, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});
