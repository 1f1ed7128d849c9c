import type { MessageEventRecord } from '../../core/capture/event';
import { formatSize } from '../ui/format';
import { toPrettyJson } from './pretty-json';

/** More would make the panel slow to no use: nobody reads 100 pages in a side pane. */
const TEXT_LIMIT = 50_000;
const BYTES_LIMIT = 1_024;
const BYTES_PER_LINE = 16;

/** A message's body as the detail pane shows it. */
export interface ShownBody {
  readonly kind: 'JSON' | 'Text' | 'Bytes' | 'Not kept';
  readonly text: string;
  /** Why this is not all of it. */
  readonly note: string | undefined;
}

export function toShownBody({ text, bytes, sizeBytes, isCut }: MessageEventRecord): ShownBody {
  const kept = isCut === true ? `Only the beginning was kept of ${formatSize(sizeBytes)}.` : undefined;
  if (text !== undefined) {
    const pretty = toPrettyJson(text, TEXT_LIMIT + 1);
    const shown = pretty ?? text;
    const isLong = shown.length > TEXT_LIMIT;
    const note = isLong
      ? `The first ${TEXT_LIMIT.toLocaleString('en')} characters. Export to get all of it.`
      : kept;
    return { kind: pretty === undefined ? 'Text' : 'JSON', text: shown.slice(0, TEXT_LIMIT), note };
  }
  if (bytes !== undefined) {
    const note =
      bytes.length > BYTES_LIMIT ? `The first ${formatSize(BYTES_LIMIT)} of ${formatSize(sizeBytes)}.` : kept;
    return { kind: 'Bytes', text: toHexDump(bytes.subarray(0, BYTES_LIMIT)), note };
  }
  return {
    kind: 'Not kept',
    text: '',
    note: `${formatSize(sizeBytes)} went over the wire; the body was not kept.`,
  };
}

/** Offset, 16 bytes in hex, and the same bytes as ASCII, as hex editors show them. */
export function toHexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += BYTES_PER_LINE) {
    const line = [...bytes.subarray(offset, offset + BYTES_PER_LINE)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = line
      .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join('');
    lines.push(`${offset.toString(16).padStart(4, '0')}  ${hex.padEnd(BYTES_PER_LINE * 3 - 1)}  ${ascii}`);
  }
  return lines.join('\n');
}
