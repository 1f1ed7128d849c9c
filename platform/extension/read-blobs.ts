import { HEAD, HEAD_FIELDS, KIND, type MessageBatch } from '../page/message-heads';

/** Replaces Blobs by their bytes, cut as the page says: extension ports lose Blobs. */
export function readBlobs(batches: readonly MessageBatch[]): Promise<readonly MessageBatch[]> {
  return Promise.all(
    batches.map(async (batch) => {
      const lengths = batch.blobs.length === 0 ? [] : blobLengths(batch.heads);
      const blobs = batch.blobs.map((blob, index) => readBlob(blob, lengths[index] ?? 0));
      return { ...batch, blobs: await Promise.all(blobs) };
    }),
  );
}

/** How much of each Blob is wanted, in their order. */
function blobLengths(heads: Float64Array): number[] {
  const lengths: number[] = [];
  for (let at = 0; at < heads.length; at += HEAD_FIELDS)
    if (((heads[at + HEAD.kind] ?? 0) & KIND.isBlob) !== 0) lengths.push(heads[at + HEAD.keptLength] ?? 0);
  return lengths;
}

/** Undefined: it cannot be read, a file that has changed since, say. */
async function readBlob(
  blob: MessageBatch['blobs'][number],
  length: number,
): Promise<ArrayBuffer | undefined> {
  if (!(blob instanceof Blob)) return blob;
  try {
    return await blob.slice(0, length).arrayBuffer();
  } catch {
    return undefined;
  }
}
