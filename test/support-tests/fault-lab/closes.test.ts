import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { bytesAfterHandshake, clientCloseFrame, labForThisFile, upgradeRaw } from './raw-client';

describe('/close', () => {
  const lab = labForThisFile();

  function bytesOf(target: string): Promise<Buffer> {
    return bytesAfterHandshake(upgradeRaw(lab().wsOrigin, target));
  }

  it.each([0, 999, 1000, 1001, 1004, 1005, 1006, 1015, 2999, 3000, 4401, 5000, 65_535])(
    'writes the code %i into its Close frame',
    async (code) => {
      const bytes = await bytesOf(`/close/${code}?reason=because&conversation_id=abc`);
      expect(bytes.subarray(0, 2)).toEqual(Buffer.of(0x88, 9));
      expect(bytes.readUInt16BE(2)).toBe(code);
      expect(bytes.subarray(4).toString()).toBe('because');
    },
  );

  it.each([
    ['none', [0x88, 0]],
    ['one-byte', [0x88, 1, 0x03]],
    ['bad-utf8', [0x88, 4, 0x03, 0xe8, 0xc3, 0x28]],
  ])('writes the odd Close frame "%s"', async (name, frame) => {
    expect([...(await bytesOf(`/close/${name}`))]).toEqual(frame);
  });

  it('ends TCP when the client has answered its Close frame, and not before', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/close/1000');
    const end = { ms: Number.POSITIVE_INFINITY };
    void client.ended.then(() => (end.ms = performance.now()));
    await client.until(() => client.body().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answeredMs = performance.now();
    client.socket.write(clientCloseFrame(1000));
    await client.ended;
    expect(end.ms - answeredMs).toBeGreaterThan(0);
    expect(end.ms - answeredMs).toBeLessThan(1_000);
  });

  it('completes the close handshake with a real client', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/close/4001?reason=token%20expired`);
    expect(await once(client, 'close')).toEqual([4001, Buffer.from('token expired')]);
  });

  it('waits as long as it is asked to', async () => {
    const client = new WebSocket(`${lab().wsOrigin}/close/1000?after=150`);
    await once(client, 'open');
    const openedMs = performance.now();
    await once(client, 'close');
    expect(performance.now() - openedMs).toBeGreaterThan(120);
  });

  it.each([
    '/close/65536',
    '/close/-1',
    '/close/',
    '/close/1000?after=soon',
    `/close/1000?reason=${'x'.repeat(124)}`,
  ])('answers 400 to %s', async (target) => {
    const client = upgradeRaw(lab().wsOrigin, target);
    await client.ended;
    expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
  });

  it('never answers the Close frame of a client of /silent', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/silent');
    await client.until(() => client.head() !== '');
    client.socket.write(clientCloseFrame(1000));
    const first = await Promise.race([
      client.ended,
      new Promise((resolve) => setTimeout(resolve, 300, 'nothing')),
    ]);
    expect(first).toBe('nothing');
    expect(client.body()).toHaveLength(0);
    client.socket.destroy();
  });
});
