import { createReadStream } from 'node:fs';
import { readRecordingFile } from '../core/bundle/read-file';
import type { Recording } from '../core/bundle/recording';
import { failure, type Result } from '../core/result';

const MEGABYTE = 1_048_576;
/** Bodies of a large HAR are kept up to here, the first and the newest of each socket; that bounds the memory. */
const LIMITS = {
  bodyLength: 64 * MEGABYTE,
  inflatedBytes: 2_048 * MEGABYTE,
  reportBytes: 256 * MEGABYTE,
};

/** @param path a file, or `-` for what is piped in */
export async function readInput(path: string): Promise<Result<Recording>> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: MEGABYTE });
  try {
    return await readRecordingFile(toPieces(stream), LIMITS);
  } catch (problem) {
    return failure(fileProblem(path, problem));
  }
}

/** Why a file cannot be read, in a sentence. */
export function fileProblem(path: string, problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'ENOENT') return `There is no file at ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder: name a file in it.`;
  if (code === 'EACCES') return `${path} may not be read by you.`;
  return `${path} cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`;
}

async function* toPieces(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of stream) if (piece instanceof Uint8Array) yield new Uint8Array(piece);
}
