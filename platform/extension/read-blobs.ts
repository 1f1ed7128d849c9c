import type { MessageBatch } from '../page/message-batch';

/** The longest body that is kept, as in platform/page/message-body.ts. */
const BODY_LIMIT_BYTES = 1_048_576;

/** Replaces Blobs by their bytes, cut like any other body: extension ports lose Blobs. */
export function readBlobs(batches: readonly MessageBatch[]): Promise<readonly MessageBatch[]> {
  return Promise.all(
    batches.map(async (batch) => ({ ...batch, blobs: await Promise.all(batch.blobs.map(readBlob)) })),
  );
}

/** Undefined: it cannot be read, a file that has changed since, say. */
async function readBlob(blob: MessageBatch['blobs'][number]): Promise<ArrayBuffer | undefined> {
  if (!(blob instanceof Blob)) return blob;
  try {
    return await blob.slice(0, BODY_LIMIT_BYTES).arrayBuffer();
  } catch {
    return undefined;
  }
}
