import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding, Packet } from '../../core/protocols/protocol';
import { formatClock, formatDuration, formatSize } from '../ui/format';
import { jsonPartOf, writeJson } from './json-part';
import { toPrettyJson } from './pretty-lines';
import { createHexLines } from './text-lines';

/** More bytes are not copied as hex: nobody reads them, and the text is four times as long. */
const COPIED_BYTES = 100_000;

/** The body as it was sent: text as it stands, bytes as a hex dump. */
export function rawTextOf({ text, bytes }: MessageEventRecord): string {
  if (text !== undefined) return text;
  const lines = createHexLines((bytes ?? new Uint8Array()).subarray(0, COPIED_BYTES));
  return Array.from({ length: lines.count }, (_, line) => lines.at(line)).join('\n');
}

/** The body to be read: JSON indented, anything else as it was sent. */
export function prettyTextOf(message: MessageEventRecord, decoding: Decoding): string {
  const json = jsonPartOf(message, decoding);
  return json === undefined ? rawTextOf(message) : toPrettyJson(json.text);
}

/** For a ticket or a chat: when, which way, how large, on what address, and the body to be read. */
export function describedTextOf(message: MessageEventRecord, decoding: Decoding, url: string): string {
  const { direction, timeMs, sizeBytes } = message;
  const way = direction === 'out' ? 'sent to' : 'received from';
  return `${formatClock(timeMs)}  ${way} ${url}, ${formatSize(sizeBytes)}\n\n${prettyTextOf(message, decoding)}\n`;
}

/** What the protocol makes of it, as text. */
export function decodedTextOf(
  decoding: Decoding,
  protocolName: string,
  latencyMs: number | undefined,
): string {
  if (decoding === 'not-mine') return `No packet of ${protocolName}: plain data.`;
  if (decoding === 'unreadable')
    return `It should be a packet of ${protocolName}, and cannot be read as one.`;
  const answered = latencyMs === undefined ? '' : `answered after  ${formatDuration(latencyMs)}\n\n`;
  return answered + decoding.map(describePacket).join('\n\n');
}

function describePacket(packet: Packet): string {
  const { kind, name, callId, replyTo, failure, data } = packet;
  const json = data === undefined ? undefined : writeJson(data);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['kind', kind],
    ['name', name],
    ['asks as', callId],
    ['answers', replyTo],
    ['failure', failure && [failure.code, failure.message].filter(Boolean).join(': ')],
  ];
  const head = facts.flatMap(([fact, value]) => (value === undefined ? [] : [`${fact.padEnd(8)}  ${value}`]));
  const body = json === undefined ? [] : ['', /^[[{]/.test(json) ? toPrettyJson(json) : json];
  return [...head, ...body].join('\n');
}
