/** ASCII's record separator ends each record of text. */
const SEPARATOR = '\x1e';
/** What is kept of a record that is not whole yet. Our choice: no server sends more in pieces. */
const LIMIT = 1_048_576;

/** The records that a message completes. */
export interface TextRecords {
  readonly records: readonly string[];
  /** What follows the last of them, with what came before it: the beginning of the next. */
  readonly rest: string;
}

/** @param before the `rest` of the message before, of the same direction; takes time for `text` only, however long it is */
export function splitText(text: string, before: string): TextRecords {
  const end = text.lastIndexOf(SEPARATOR);
  if (end === -1) return { records: [], rest: before + text };
  const [first = '', ...others] = text.slice(0, end).split(SEPARATOR);
  return { records: [before + first, ...others], rest: text.slice(end + 1) };
}

/** Pieces of a binary record, the newest first, until all are there. */
export interface Pieces {
  readonly newest: Uint8Array;
  readonly older: Pieces | undefined;
  readonly sizeBytes: number;
  /** Size at which a record is whole, or its length can be read. */
  readonly wantedBytes: number;
}

export interface BinaryRecords {
  readonly records: readonly Uint8Array[];
  readonly rest: Pieces | undefined;
}

/** Records that each have their length before them; undefined: these are none. */
export function splitBinary(bytes: Uint8Array, before: Pieces | undefined): BinaryRecords | undefined {
  const sizeBytes = bytes.length + (before?.sizeBytes ?? 0);
  if (before !== undefined && sizeBytes < before.wantedBytes)
    return { records: [], rest: { ...before, newest: bytes, older: before, sizeBytes } };
  const whole = before === undefined ? bytes : join(bytes, before, sizeBytes);
  const records: Uint8Array[] = [];
  for (let offset = 0; offset < whole.length;) {
    const prefix = lengthAt(whole, offset);
    if (prefix === 'broken') return undefined;
    const end = prefix === 'short' ? whole.length + 1 : prefix.start + prefix.length;
    if (end > whole.length) return { records, rest: piecesOf(whole.subarray(offset), end - offset) };
    records.push(whole.subarray(prefix === 'short' ? offset : prefix.start, end));
    offset = end;
  }
  return { records, rest: undefined };
}

/** More than we keep, so that what follows cannot be read any more. */
export function isTooLong(rest: string | Pieces | undefined): boolean {
  if (rest === undefined) return false;
  return typeof rest === 'string' ? rest.length > LIMIT : rest.wantedBytes > LIMIT;
}

function piecesOf(newest: Uint8Array, wantedBytes: number): Pieces {
  return { newest, older: undefined, sizeBytes: newest.length, wantedBytes };
}

function join(bytes: Uint8Array, before: Pieces, sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let end = sizeBytes - bytes.length;
  whole.set(bytes, end);
  for (let piece: Pieces | undefined = before; piece !== undefined; piece = piece.older) {
    end -= piece.newest.length;
    whole.set(piece.newest, end);
  }
  return whole;
}

/** A varint of at most five bytes, the lowest seven bits first. An empty record is none: each holds an array. */
function lengthAt(bytes: Uint8Array, offset: number): { start: number; length: number } | 'short' | 'broken' {
  let length = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[offset + index];
    if (byte === undefined) return 'short';
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) {
      const isPossible = length > 0 && length <= 0x7fff_ffff;
      return isPossible ? { start: offset + index + 1, length } : 'broken';
    }
  }
  return 'broken';
}
