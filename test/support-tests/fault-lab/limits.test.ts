import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { labForThisFile, upgradeRaw } from './raw-client';

describe('servers that end connections by a rule of their own', () => {
  const lab = labForThisFile();

  async function endOf(client: WebSocket): Promise<number> {
    return Number((await once(client, 'close'))[0]);
  }

  it('/idle ends TCP once the client has said nothing for so long', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/idle?ms=300`);
    await once(client, 'open');
    const openedMs = performance.now();
    setTimeout(() => client.send('not yet'), 200);
    expect(await endOf(client)).toBe(1006);
    expect(performance.now() - openedMs).toBeGreaterThan(450);
  });

  it('/lifetime talks, and ends TCP all the same', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/lifetime?ms=1200`);
    expect(String((await once(client, 'message'))[0])).toBe('tick');
    expect(await endOf(client)).toBe(1006);
  });

  it('/token ends TCP at the exp of the token, and then answers 401', async () => {
    const exp = Math.ceil(Date.now() / 1_000) + 1;
    const token = `e30.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.x`;
    const client = new WebSocket(`${lab().wsOrigin}/token?token=${token}`);
    expect(await endOf(client)).toBe(1006);
    expect(Date.now()).toBeGreaterThanOrEqual(exp * 1_000 - 50);
    const late = upgradeRaw(
      lab().wsOrigin,
      `/token?token=e30.${Buffer.from('{"exp":1}').toString('base64url')}.x`,
    );
    await late.ended;
    expect(late.head()).toMatch(/^HTTP\/1.1 401 /);
  });

  it.each(['/token', '/token?token=x.y.z', '/idle?ms=soon', '/lifetime?ms=-1'])(
    'answers 400 to %s',
    async (target) => {
      const client = upgradeRaw(lab().wsOrigin, target);
      await client.ended;
      expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
    },
  );

  it.each([
    ['the word', '{"type":"crash"}'],
    ['a large message', 'x'.repeat(70_000)],
  ])('/fragile answers until it gets %s, and is gone then', async (_what, deadly) => {
    const client = new WebSocket(`${lab().wsOrigin}/fragile`);
    await once(client, 'open');
    client.send('hello');
    expect(String((await once(client, 'message'))[0])).toBe('hello');
    client.on('error', () => undefined);
    client.send(deadly);
    expect(await endOf(client)).toBe(1006);
  });
});

describe('/says', () => {
  const lab = labForThisFile();

  it('says its texts in order and closes with its code', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/says/label?text=one&text=two&code=4001&reason=because`);
    const texts: string[] = [];
    client.on('message', (data: Buffer) => texts.push(data.toString()));
    const end = await once(client, 'close');
    expect([...end.map(String), ...texts]).toEqual(['4001', 'because', 'one', 'two']);
  });

  it.each(['/says?code=99', '/says?code=x'])('answers 400 to %s', async (target) => {
    const client = upgradeRaw(lab().wsOrigin, target);
    await client.ended;
    expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
  });
});
