import { describe, expect, it } from 'vitest';
import { createJournal } from '../../platform/extension/journal';

type Area = Parameters<typeof createJournal>[0];

/** As much of `storage.session` as the journal uses, with its quota. The real one exists only inside browsers. */
function createArea(quotaRecords: number): { readonly area: Area; readonly writes: () => number } {
  const stored = new Map<string, unknown>();
  let writes = 0;
  const sizeOf = (items: Iterable<[string, unknown]>) =>
    [...items].filter(([key]) => key.startsWith('journal/')).length;
  const area = {
    get: (keys: string[] | null) =>
      Promise.resolve(Object.fromEntries([...stored].filter(([key]) => keys === null || keys.includes(key)))),
    set: (items: Record<string, unknown>) => {
      writes += 1;
      const after = new Map([...stored, ...Object.entries(items)]);
      if (sizeOf(after) > quotaRecords) return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
      return Promise.resolve();
    },
    remove: (keys: string[]) => {
      for (const key of keys) stored.delete(key);
      return Promise.resolve();
    },
  };
  return { area: area as unknown as Area, writes: () => writes };
}

const entry = (batch: number, streamId = 's') => ({ streamId, batch, records: [{ n: batch }] });

describe('the journal', () => {
  it("gives back each tab's batches, each stream's in order", async () => {
    const journal = createJournal(createArea(100).area);
    for (const batch of [2, 10, 1]) await journal.append(1, entry(batch));
    await journal.append(1, entry(5, 'a'));
    await journal.append(2, entry(7));
    const { entries, droppedRecords } = await journal.read(1);
    expect(entries.map(({ streamId, batch }) => [streamId, batch])).toEqual([
      ['a', 5],
      ['s', 1],
      ['s', 2],
      ['s', 10],
    ]);
    expect(droppedRecords).toBe(0);
  });

  it('gives records back as they came: bytes, and halves of characters too', async () => {
    const journal = createJournal(createArea(100).area);
    const records = [[{ text: '\ud800' }, { n: 1 }], [{ bytes: new Uint8Array([1, 250]).buffer }]];
    for (const [batch, of] of records.entries())
      await journal.append(1, { streamId: 's', batch, records: of });
    const { entries } = await journal.read(1);
    expect(entries.map((one) => one.records)).toEqual(records);
  });

  it('stores a batch that is sent twice once', async () => {
    const journal = createJournal(createArea(100).area);
    await Promise.all([journal.append(1, entry(1)), journal.append(1, entry(1))]);
    await journal.append(1, entry(1));
    expect((await journal.read(1)).entries).toHaveLength(1);
  });

  it('writes what comes at once in few writes, and resolves only when it is stored', async () => {
    const { area, writes } = createArea(1_000);
    const journal = createJournal(area);
    await Promise.all(Array.from({ length: 500 }, (_, batch) => journal.append(1, entry(batch))));
    expect((await journal.read(1)).entries).toHaveLength(500);
    expect(writes()).toBeLessThan(5);
  });

  it('drops the oldest batches when it is full, and counts their records', async () => {
    const journal = createJournal(createArea(8).area);
    for (let batch = 1; batch <= 9; batch += 1) await journal.append(1, entry(batch));
    const { entries, droppedRecords } = await journal.read(1);
    expect(entries.map(({ batch }) => batch)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(droppedRecords).toBe(2);
  });

  it('keeps the beginnings of sockets that are open when it is full, however old they are', async () => {
    const journal = createJournal(createArea(8).area);
    let batch = 0;
    const append = (type: string, socketId?: number, more: object = {}) =>
      journal.append(1, { streamId: 's', batch: (batch += 1), records: [{ type, socketId, ...more }] });
    await append('source-started');
    await append('socket-constructed', 1);
    await append('socket-open', 1);
    await append('socket-constructed', 2);
    await append('socket-close', 2);
    for (let count = 0; count < 10; count += 1) await append('message', 1);
    const kinds = async () =>
      (await journal.read(1)).entries.map(({ records }) => {
        const [record] = records as readonly { type: string; socketId?: number }[];
        return `${record?.type} ${record?.socketId ?? ''}`.trim();
      });
    expect((await kinds()).slice(0, 4)).toEqual([
      'source-started',
      'socket-constructed 1',
      'socket-open 1',
      'message 1',
    ]);
    expect(await kinds()).not.toContain('socket-constructed 2');

    await append('page-hidden', undefined, { persisted: false });
    for (let count = 0; count < 10; count += 1) await append('message', 3);
    expect((await kinds()).filter((kind) => !kind.startsWith('message'))).toEqual([]);
  });

  it('refuses what is larger than all its room, and goes on with what comes after', async () => {
    const journal = createJournal(createArea(3).area);
    const tooMany = Promise.all(Array.from({ length: 10 }, (_, batch) => journal.append(1, entry(batch))));
    await expect(tooMany).rejects.toThrow('quota');
    await journal.append(1, entry(99));
    expect((await journal.read(1)).entries.map(({ batch }) => batch)).toContain(99);
  });

  it('forgets one tab and leaves the others', async () => {
    const journal = createJournal(createArea(100).area);
    await journal.append(1, entry(1));
    await journal.append(11, entry(1));
    await journal.clear(1);
    expect((await journal.read(1)).entries).toEqual([]);
    expect((await journal.read(11)).entries).toHaveLength(1);
  });
});
