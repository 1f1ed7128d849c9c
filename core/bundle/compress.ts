import { failure, success, type Result } from '../result';

/** Gzip by what browsers and Node share. Pieces in, pieces out. */
export async function* gzip(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  async function write(): Promise<void> {
    for await (const piece of pieces) await writer.write(encoder.encode(piece));
    await writer.close();
  }
  const writing = write();
  // Whoever reads gets the failure from the reader.
  writing.catch(() => undefined);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield value;
  }
  await writing;
}

/**
 * What is inflated at once: browsers hold all that comes out of one portion, and a bomb grows a thousandfold (seen in
 * Chromium 156 and Firefox 153).
 */
const PORTION_BYTES = 16_384;

/**
 * @param mostBytes what comes out beyond this is a bomb, or nothing that can be opened
 * @param onPiece gets the inflated bytes as they come
 */
export async function gunzip(
  compressed: AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>,
  mostBytes: number,
  onPiece: (bytes: Uint8Array) => void,
): Promise<Result<undefined>> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  async function write(): Promise<void> {
    for await (const piece of compressed)
      for (let at = 0; at < piece.length; at += PORTION_BYTES)
        await writer.write(piece.subarray(at, at + PORTION_BYTES));
    await writer.close();
  }
  const writing = write();
  writing.catch(() => undefined);
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > mostBytes) {
        // Letting go of both ends stops the inflating.
        await reader.cancel().catch(() => undefined);
        return failure(
          `What is compressed in this file is larger than ${Math.round(mostBytes / 1_048_576)} MB: it is not opened. Export a shorter time range.`,
        );
      }
      onPiece(value);
    }
    await writing;
    return success(undefined);
  } catch {
    return failure('The recording inside this file is damaged: download or export it again.');
  }
}
