import type { Demand, FromProducer } from './protocol';

/** A message record as it is counted here. */
export interface NumberedRecord {
  readonly seq: number;
  readonly sizeBytes: number;
}

/** Payload that a producer outside the page keeps, and hands over while somebody watches. */
export interface KeptPayload {
  add(records: readonly NumberedRecord[]): void;
  onDemand(demand: Demand): void;
}

/** About as many as one look at the log brings; a batch is cloned twice on its way. */
const BATCH_RECORDS = 200;
/** As much as the page's ring keeps, twice over: DevTools itself holds all of it anyway. Our choice. */
const MOST_BYTES = 16 * 1_048_576;
const RECORD_BYTES = 200;

/**
 * The same bargain as the page's ring: kept within bounds, sent from where the watcher stands, and as fast as it reads.
 *
 * @param onDropped so many of the oldest were let go before anybody got them
 */
export function createKeptPayload(
  send: (batch: Extract<FromProducer, { kind: 'payload' }>) => void,
  onDropped: (count: number) => void,
): KeptPayload {
  let kept: NumberedRecord[] = [];
  let keptBytes = 0;
  let handedOverSeq = 0;
  let watch: { readonly watchId: number; afterSeq: number; credit: number } | undefined;

  function sendOn(): void {
    while (watch !== undefined && watch.credit > 0) {
      const { afterSeq, watchId } = watch;
      const start = kept.findIndex(({ seq }) => seq > afterSeq);
      if (start === -1) return;
      const records = kept.slice(start, start + BATCH_RECORDS);
      const throughSeq = records.at(-1)?.seq ?? afterSeq;
      watch.credit -= 1;
      watch.afterSeq = throughSeq;
      handedOverSeq = Math.max(handedOverSeq, throughSeq);
      send({ kind: 'payload', watchId, records, throughSeq });
    }
  }

  function letGo(): void {
    let excess = 0;
    let unseen = 0;
    for (const record of kept) {
      if (keptBytes <= MOST_BYTES) break;
      keptBytes -= costOf(record);
      excess += 1;
      if (record.seq > handedOverSeq) unseen += 1;
    }
    if (excess > 0) kept = kept.slice(excess);
    if (unseen > 0) onDropped(unseen);
  }

  return {
    add(records) {
      kept = [...kept, ...records];
      for (const record of records) keptBytes += costOf(record);
      sendOn();
      letGo();
    },
    onDemand(demand) {
      switch (demand.kind) {
        case 'watch': {
          const { watchId, afterSeq, credit } = demand;
          watch = { watchId, afterSeq, credit };
          break;
        }
        case 'credit':
          if (watch !== undefined) watch.credit += demand.credit;
          break;
        case 'unwatch':
          watch = undefined;
          break;
        case 'configure':
        case 'start':
        case 'whole':
          return;
      }
      sendOn();
    },
  };
}

function costOf({ sizeBytes }: NumberedRecord): number {
  return sizeBytes + RECORD_BYTES;
}
