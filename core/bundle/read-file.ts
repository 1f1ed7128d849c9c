import { failure, type Result } from '../result';
import { fromBase64 } from './base64';
import { gunzip } from './compress';
import { captureInReport, isReport } from './report-html';
import { createRecordingReader, type ReadingLimits } from './read';
import type { Recording } from './recording';

export interface FileLimits extends Partial<ReadingLimits> {
  /** Of what is compressed in a file, once it is not. */
  readonly inflatedBytes: number;
  /** Of a report in HTML, which is read as a whole. */
  readonly reportBytes: number;
}

const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Reads a file as it arrives: a bundle, a HAR, either of them gzipped, or a report in HTML. Whatever it is, nothing in
 * it is executed; a report is looked through as text.
 */
export async function readRecordingFile(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  limits: FileLimits,
): Promise<Result<Recording>> {
  const [first, all] = await peek(pieces);
  if (first === undefined) return failure('This file is empty: export it again.');
  if (GZIP_MAGIC.every((byte, index) => first[index] === byte)) return readGzip(all, limits);
  // PowerShell's `>` writes UTF-16; its byte order mark says so.
  const decoder = new TextDecoder(first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : 'utf-8');
  const reader = createRecordingReader(limits);
  let html: string | undefined;
  let hasStarted = false;
  for await (const piece of all) {
    const text = decoder.decode(piece, { stream: true });
    if (!hasStarted && text.trim() !== '') {
      hasStarted = true;
      if (isReport(text)) html = '';
    }
    if (html === undefined) reader.feed(text);
    else html += text;
    if ((html?.length ?? 0) > limits.reportBytes)
      return failure('This HTML file is too large to be a report of Hangup.');
  }
  if (html === undefined) return reader.end();
  const capture = captureInReport(html);
  if (!capture.ok) return capture;
  const bytes = fromBase64(capture.value);
  if (bytes === undefined) return failure('The recording inside this report is damaged: download it again.');
  return readGzip([bytes], limits);
}

async function readGzip(
  compressed: AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>,
  limits: FileLimits,
): Promise<Result<Recording>> {
  const reader = createRecordingReader(limits);
  const decoder = new TextDecoder('utf-8');
  const inflated = await gunzip(compressed, limits.inflatedBytes, (bytes) =>
    reader.feed(decoder.decode(bytes, { stream: true })),
  );
  return inflated.ok ? reader.end() : inflated;
}

/** The first piece that is not empty, and all of them. */
async function peek(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<[Uint8Array | undefined, AsyncIterable<Uint8Array<ArrayBuffer>>]> {
  const iterator = pieces[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (first.done !== true && first.value.length === 0) first = await iterator.next();
  async function* again() {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
  }
  return [first.done === true ? undefined : first.value, again()];
}
