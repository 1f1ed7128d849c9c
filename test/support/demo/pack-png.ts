import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * Writes a screenshot anew, a sixth smaller: Chromium packs its own in a hurry. Lines of text repeat, so they are
 * packed best as they are, without a filter. Only what Chromium writes is read: 8 bits, RGB, not interlaced.
 */
export function packPng(file: string): void {
  const chunks = readChunks(readFileSync(file));
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error(`${file} is no PNG of Chromium's`);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const lines = withoutFilters(inflateSync(Buffer.concat(packed)), head.readUInt32BE(0) * PIXEL_BYTES);
  writeFileSync(
    file,
    Buffer.concat([
      SIGNATURE,
      toChunk('IHDR', head),
      toChunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
      toChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PIXEL_BYTES = 3;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function readChunks(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Undoes the filter of each line (PNG, section 9), and says so in its first byte. */
function withoutFilters(lines: Buffer, lineBytes: number): Buffer {
  const plain = Buffer.alloc(lines.length);
  for (let start = 0; start < lines.length; start += lineBytes + 1) {
    const filter = lines[start];
    for (let at = start + 1; at <= start + lineBytes; at += 1) {
      const hasLeft = at - start > PIXEL_BYTES;
      const left = hasLeft ? (plain[at - PIXEL_BYTES] ?? 0) : 0;
      const up = plain[at - lineBytes - 1] ?? 0;
      const upLeft = hasLeft ? (plain[at - lineBytes - 1 - PIXEL_BYTES] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? 0] ?? 0;
      plain[at] = (lines[at] ?? 0) + predicted;
    }
  }
  return plain;
}

function paeth(left: number, up: number, upLeft: number): number {
  const [byLeft, byUp] = [Math.abs(up - upLeft), Math.abs(left - upLeft)];
  const byUpLeft = Math.abs(left + up - 2 * upLeft);
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}
