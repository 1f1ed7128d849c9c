import type { Browser } from 'wxt/browser';
import { orderOfGoing } from './order-of-going';

/**
 * Control batches of each tab, kept where the background's death does not reach and the disk is never touched
 * (`storage.session` lives in memory and goes with the browser). It is what a panel reads that opens later, and what
 * makes an acknowledgement true.
 *
 * The browser gives it 10 MB for all tabs together. When they are full the oldest batches go (`orderOfGoing`), and are
 * counted.
 */
export interface Journal {
  /** Resolves when the batch is stored. Storing the same batch twice stores it once. */
  append(tabId: number, entry: JournalEntry): Promise<void>;
  /** All batches of a tab, each stream's in order, and how many records had to go. */
  read(tabId: number): Promise<JournalPage>;
  clear(tabId: number): Promise<void>;
}

export interface JournalEntry {
  readonly streamId: string;
  readonly batch: number;
  readonly records: readonly unknown[];
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly droppedRecords: number;
}

/** As stored, under a key that says tab, stream and batch. */
interface StoredEntry {
  /** Place in time, so that the oldest can be found. */
  readonly storedMs: number;
  /**
   * As JSON, for the room (docs/discoveries/session-storage-weighs-objects.md). Bytes, which JSON does not know, are
   * stored as they came.
   */
  readonly records: string | readonly unknown[];
}

const ENTRY = 'journal';
const DROPPED = 'journal-dropped';
/** How much goes at once when it is full: a quarter, so that the next batches have room. */
const SHARE_TO_DROP = 0.25;

export function createJournal(area: Browser.storage.StorageArea): Journal {
  // One write at a time, and everything that arrived meanwhile goes into the next one: a storm of events costs a
  // few large writes and not thousands of small ones.
  let waiting: Record<string, StoredEntry> = {};
  let nextWrite: Promise<void> | undefined;
  let lastWrite: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    // A write that failed was reported to those who waited for it; it must not fail the next one too.
    await lastWrite.catch(() => undefined);
    const entries = waiting;
    waiting = {};
    nextWrite = undefined;
    lastWrite = area.set(entries).catch(async () => {
      await dropOldest();
      await area.set(entries);
    });
    await lastWrite;
  }

  async function dropOldest(): Promise<void> {
    const stored = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(`${ENTRY}/`));
    const batches = (stored as [string, StoredEntry][]).map(([key, entry]) => {
      const [, tabId = ''] = key.split('/');
      return { key, tabId, storedMs: entry.storedMs, ...toEntry([key, entry]) };
    });
    const going = orderOfGoing(batches).slice(0, Math.ceil(batches.length * SHARE_TO_DROP));
    await area.remove(going.map(({ key }) => key));
    const counts = new Map<string, number>();
    for (const { tabId, records } of going) {
      const name = `${DROPPED}/${tabId}`;
      counts.set(name, (counts.get(name) ?? 0) + records.length);
    }
    const before = await area.get([...counts.keys()]);
    await area.set(
      Object.fromEntries([...counts].map(([name, count]) => [name, count + Number(before[name] ?? 0)])),
    );
  }

  /** When all that came before now is stored, or refused. */
  async function written(): Promise<void> {
    await nextWrite?.catch(() => undefined);
    await lastWrite.catch(() => undefined);
  }

  async function keysOf(tabId: number): Promise<string[]> {
    const all = await area.get(null);
    return Object.keys(all).filter((key) => key.startsWith(`${ENTRY}/${tabId}/`));
  }

  return {
    append(tabId, { streamId, batch, records }) {
      waiting[`${ENTRY}/${tabId}/${streamId}/${batch}`] = {
        storedMs: Date.now(),
        records: records.some(holdsBytes) ? records : JSON.stringify(records),
      };
      nextWrite ??= write();
      return nextWrite;
    },
    async read(tabId) {
      await written();
      const dropped = `${DROPPED}/${tabId}`;
      const found = await area.get([...(await keysOf(tabId)), dropped]);
      const { [dropped]: droppedRecords, ...rest } = found;
      const entries = Object.entries(rest as Record<string, StoredEntry>).map(toEntry);
      entries.sort((a, b) =>
        a.streamId < b.streamId ? -1 : a.streamId > b.streamId ? 1 : a.batch - b.batch,
      );
      return { entries, droppedRecords: Number(droppedRecords ?? 0) };
    },
    async clear(tabId) {
      await written();
      await area.remove([...(await keysOf(tabId)), `${DROPPED}/${tabId}`]);
    },
  };
}

function holdsBytes(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'bytes' in record;
}

function toEntry([key, { records }]: [string, StoredEntry]): JournalEntry {
  const [, , streamId = '', batch] = key.split('/');
  return {
    streamId,
    batch: Number(batch),
    records: typeof records === 'string' ? (JSON.parse(records) as readonly unknown[]) : records,
  };
}
