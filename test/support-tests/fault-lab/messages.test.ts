import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { labForThisFile, upgradeRaw } from './raw-client';

describe('sockets that talk', () => {
  const lab = labForThisFile();

  it('/echo sends back text as text and bytes as bytes, whatever the query', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/echo/any/label?conversation_id=abc`, ['a', 'b']);
    await once(client, 'open');
    expect(client.protocol).toBe('a');
    client.send('hello');
    expect((await once(client, 'message')).map(String)).toEqual(['hello', 'false']);
    client.send(Buffer.of(1, 2, 3));
    expect(await once(client, 'message')).toEqual([Buffer.of(1, 2, 3), true]);
    client.close();
  });

  it('/then closes with its code at the word "close"', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/then/4002`);
    await once(client, 'open');
    client.send('close');
    expect((await once(client, 'close'))[0]).toBe(4002);
  });

  it('/flood sends as many messages of as many bytes as asked', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/flood?count=500&size=1000`);
    const sizes: number[] = [];
    await new Promise<void>((resolve) => {
      client.on('message', (data: Buffer) => {
        sizes.push(data.length);
        if (sizes.length === 500) resolve();
      });
    });
    expect(new Set(sizes)).toEqual(new Set([1000]));
    client.close();
  });

  it.each(['/then/1005', '/then/2000', '/then/x', '/flood?count=-1', '/flood?count=1000000&size=1000000'])(
    'answers 400 to %s',
    async (target) => {
      const client = upgradeRaw(lab().wsOrigin, target);
      await client.ended;
      expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
    },
  );
});
