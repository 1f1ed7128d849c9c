/** A batch of the journal, as far as it matters when there is no more room. */
interface Batch {
  /** As `JournalEntry.records`: unread until now. */
  readonly records: readonly unknown[];
  readonly tabId: string;
  readonly streamId: string;
  readonly storedMs: number;
}

const BEGINS: ReadonlySet<unknown> = new Set(['source-started', 'socket-constructed', 'socket-open']);
const ENDS: ReadonlySet<unknown> = new Set([
  'socket-close',
  'socket-constructor-threw',
  'webtransport-closed',
]);

/**
 * In which order batches go when the journal is full: the oldest first. But what tells how a socket began that has not
 * ended goes last: without it, nothing that comes later is known to belong to anything.
 */
export function orderOfGoing<Of extends Batch>(batches: readonly Of[]): readonly Of[] {
  const ended = new Set<string>();
  for (const batch of batches) {
    for (const record of batch.records) {
      const type = fieldOf(record, 'type');
      if (ENDS.has(type)) ended.add(socketOf(batch, record));
      // A page that is gone for good took all of its sockets along.
      if (type === 'page-hidden' && fieldOf(record, 'persisted') === false) ended.add(streamOf(batch));
    }
  }
  const goesLast = (batch: Of): boolean =>
    batch.records.some(
      (record) => BEGINS.has(fieldOf(record, 'type')) && !ended.has(socketOf(batch, record)),
    ) && !ended.has(streamOf(batch));
  const last = new Set(batches.filter(goesLast));
  return [...batches].sort((a, b) => Number(last.has(a)) - Number(last.has(b)) || a.storedMs - b.storedMs);
}

function fieldOf(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;
}

function streamOf({ tabId, streamId }: Batch): string {
  return `${tabId}/${streamId}`;
}

function socketOf(batch: Batch, record: unknown): string {
  return `${streamOf(batch)}/${String(fieldOf(record, 'socketId'))}`;
}
