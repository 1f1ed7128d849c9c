import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { labForThisFile, upgradeRaw } from './raw-client';

describe('/frame', () => {
  const lab = labForThisFile();

  it.each([
    ['reserved-bits', 'WS_ERR_UNEXPECTED_RSV_1'],
    ['bad-opcode', 'WS_ERR_INVALID_OPCODE'],
    ['bad-utf8', 'WS_ERR_INVALID_UTF8'],
    ['masked', 'WS_ERR_UNEXPECTED_MASK'],
    ['bad-length', 'WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH'],
    ['fragmented-control', 'WS_ERR_EXPECTED_FIN'],
    ['bad-continuation', 'WS_ERR_INVALID_OPCODE'],
    ['unfinished-message', 'WS_ERR_INVALID_OPCODE'],
    ['huge-length', 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH'],
  ])('%s makes a strict client fail with %s', async (name, code) => {
    const client = new WebSocket(`${lab().wsOrigin}/frame/${name}?after=20`, { perMessageDeflate: false });
    const opened = once(client, 'open');
    const [problem] = await new Promise<unknown[]>((resolve) =>
      client.once('error', (error) => resolve([error])),
    );
    await opened;
    expect(problem).toMatchObject({ code });
  });

  it.each([
    ['long-length', [0x81, 126, 0, 5]],
    ['after-close', [0x88, 6, 0x03, 0xe8]],
  ])('%s writes what only a very strict client minds', async (name, bytes) => {
    const client = upgradeRaw(lab().wsOrigin, `/frame/${name}`);
    await client.until(() => client.body().length >= 10);
    expect([...client.body().subarray(0, bytes.length)]).toEqual(bytes);
    client.socket.destroy();
  });

  it('closes normally what a lenient client puts up with', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/frame/masked');
    await client.until(() => client.body().includes(Buffer.of(0x88, 2, 0x03, 0xe8)));
    expect([...client.body().subarray(0, 2)]).toEqual([0x81, 0x80 | 5]);
    client.socket.destroy();
  });
});
