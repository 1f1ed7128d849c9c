import { describe, expect, it } from 'vitest';
import type { RawClient } from './raw-client';
import { bytesAfterHandshake, labForThisFile, upgradeRaw } from './raw-client';

describe('faults that heal', () => {
  const lab = labForThisFile();

  async function statusOf(target: string): Promise<string> {
    const client: RawClient = upgradeRaw(lab().wsOrigin, target);
    await client.until(() => client.head() !== '');
    client.socket.destroy();
    return client.head().slice(9, 12);
  }

  it('/flaky refuses the first attempts of a key, then accepts, each key for itself', async () => {
    const seen: string[] = [];
    for (const key of ['a', 'a', 'b', 'a', 'b', 'b'])
      seen.push(await statusOf(`/flaky?fail=2&status=502&key=${key}`));
    expect(seen).toEqual(['502', '502', '502', '101', '502', '101']);
  });

  it('/restart closes with 1012, resets for a second, then accepts', async () => {
    const target = '/restart?key=k';
    const first = await bytesAfterHandshake(upgradeRaw(lab().wsOrigin, target));
    expect(first.readUInt16BE(2)).toBe(1012);
    expect(await upgradeRaw(lab().wsOrigin, target).ended).toBe('reset');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await statusOf(target)).toBe('101');
  });

  it('/in-turn gives each request of a key the next outcome', async () => {
    const target = '/in-turn?key=k&outcomes=status-403,status-502,close-4001';
    const seen: string[] = [];
    for (let n = 0; n < 4; n += 1) seen.push(await statusOf(target));
    expect(seen).toEqual(['403', '502', '101', '403']);
    expect(await statusOf('/in-turn?outcomes=status-403')).toBe('400');
    expect(await statusOf('/in-turn?key=x&outcomes=nonsense')).toBe('400');
  });

  it('asks for the key that ties the attempts together', async () => {
    expect(await statusOf('/flaky?fail=1')).toBe('400');
    expect(await statusOf('/restart')).toBe('400');
    expect(await statusOf('/flaky?key=x&status=101')).toBe('400');
  });
});
