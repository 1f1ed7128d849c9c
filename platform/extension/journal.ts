import type { Browser } from 'wxt/browser';

/**
 * Control batches of each tab, kept where the background's death does not reach and the disk is never touched
 * (`storage.session` lives in memory and goes with the browser). It is what a panel reads that opens later, and what
 * makes an acknowledgement true.
 */
export interface Journal {
  /** Resolves when the batch is stored. Storing the same batch twice stores it once. */
  append(tabId: number, entry: JournalEntry): Promise<void>;
  /** All batches of a tab, each stream's in order. */
  read(tabId: number): Promise<readonly JournalEntry[]>;
  clear(tabId: number): Promise<void>;
}

export interface JournalEntry {
  readonly streamId: string;
  readonly batch: number;
  readonly records: readonly unknown[];
}

const PREFIX = 'journal';

export function createJournal(area: Browser.storage.StorageArea): Journal {
  // One write at a time, and everything that arrived meanwhile goes into the next one: a storm of events costs a
  // few large writes and not thousands of small ones.
  let waiting: Record<string, JournalEntry> = {};
  let nextWrite: Promise<void> | undefined;
  let lastWrite: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    // A write that failed was reported to those who waited for it; it must not fail the next one too.
    await lastWrite.catch(() => undefined);
    const entries = waiting;
    waiting = {};
    nextWrite = undefined;
    lastWrite = area.set(entries);
    await lastWrite;
  }

  async function keysOf(tabId: number): Promise<string[]> {
    const all = await area.get(null);
    return Object.keys(all).filter((key) => key.startsWith(`${PREFIX}/${tabId}/`));
  }

  return {
    append(tabId, entry) {
      waiting[`${PREFIX}/${tabId}/${entry.streamId}/${entry.batch}`] = entry;
      nextWrite ??= write();
      return nextWrite;
    },
    async read(tabId) {
      await nextWrite;
      const found = await area.get(await keysOf(tabId));
      const entries = Object.values(found) as JournalEntry[];
      return entries.sort((a, b) =>
        a.streamId < b.streamId ? -1 : a.streamId > b.streamId ? 1 : a.batch - b.batch,
      );
    },
    async clear(tabId) {
      await nextWrite;
      await area.remove(await keysOf(tabId));
    },
  };
}
