import type { PageRecord } from './page-port';
import { copyBytes } from './primordials';

/** One message as a record of its own, with a copy of its bytes. */
export function toRecord(
  seq: number,
  timeMs: number,
  socketId: number,
  isOut: boolean,
  sizeBytes: number,
  text: string | undefined,
  buffer: ArrayBufferLike | undefined,
  byteOffset: number,
): PageRecord {
  return {
    type: 'message',
    source: 'page-hook',
    seq,
    timeMs,
    socketId,
    direction: isOut ? 'out' : 'in',
    format: buffer === undefined ? 'text' : 'binary',
    sizeBytes,
    ...(text === undefined ? undefined : { text }),
    ...(buffer === undefined ? undefined : { bytes: copyBytes(buffer, byteOffset, sizeBytes) }),
  };
}
