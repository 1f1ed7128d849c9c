import { describe, expect, it } from 'vitest';
import { labForThisFile, SAMPLE_ACCEPT, upgradeRaw } from './raw-client';

describe('/drop', () => {
  const lab = labForThisFile();

  it('ends TCP without a Close frame', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/drop/fin');
    expect(await client.ended).toBe('fin');
    expect(client.head()).toContain(SAMPLE_ACCEPT);
    expect(client.body()).toHaveLength(0);
  });

  it('resets TCP', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/drop/rst?after=50');
    expect(await client.ended).toBe('reset');
    expect(client.head()).toContain(SAMPLE_ACCEPT);
  });

  it('ends in the middle of a frame', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/drop/mid-frame');
    expect(await client.ended).toBe('fin');
    const body = client.body();
    expect(body.readUInt8(1)).toBe(100);
    expect(body).toHaveLength(2 + 40);
  });

  it('answers 400 to a way it does not know', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/drop/constructor');
    await client.ended;
    expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
    expect(client.body().toString()).toContain('fin, at-once, rst, unread, mid-frame');
  });
});
