import type { PageRecord } from '../page/page-port';

/** The longest body that is kept, as in platform/page/message-body.ts. */
const BODY_LIMIT_BYTES = 1_048_576;

/** Replaces each Blob body by its bytes, cut like any other body. A Blob that cannot be read keeps its size alone. */
export async function readBlobs(records: readonly PageRecord[]): Promise<readonly PageRecord[]> {
  if (!records.some(hasBlob)) return records;
  return Promise.all(records.map(readBlob));
}

function hasBlob(record: PageRecord): boolean {
  return record.type === 'message' && record.bytes instanceof Blob;
}

async function readBlob(record: PageRecord): Promise<PageRecord> {
  if (record.type !== 'message' || !(record.bytes instanceof Blob)) return record;
  const { bytes: blob, ...rest } = record;
  try {
    const bytes = await blob.slice(0, BODY_LIMIT_BYTES).arrayBuffer();
    return blob.size > BODY_LIMIT_BYTES ? { ...rest, bytes, isCut: true } : { ...rest, bytes };
  } catch {
    return { ...rest, isCut: true };
  }
}
