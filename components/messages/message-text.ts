import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding, Packet } from '../../core/protocols/protocol';
import { formatClock, formatDuration, formatSize } from '../ui/format';
import { jsonPartOf, writeJson } from './json-part';
import { toPrettyJson } from './pretty-lines';
import { createHexLines } from './text-lines';
import { text as localText } from '../../locales/text';

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
  const key = direction === 'out' ? 'messages.sentTo' : 'messages.receivedFrom';
  const head = localText(key, { clock: formatClock(timeMs), url, size: formatSize(sizeBytes) });
  return `${head}\n\n${prettyTextOf(message, decoding)}\n`;
}

/** What the protocol makes of it, as text. */
export function decodedTextOf(
  decoding: Decoding,
  protocolName: string,
  latencyMs: number | undefined,
): string {
  if (decoding === 'not-mine') return localText('messages.plainData', { protocol: protocolName });
  if (decoding === 'unreadable') return localText('messages.unreadable', { protocol: protocolName });
  const duration = latencyMs === undefined ? undefined : formatDuration(latencyMs);
  const answered = duration === undefined ? '' : `${localText('messages.answeredAfter', { duration })}\n\n`;
  return answered + decoding.map(describePacket).join('\n\n');
}

function describePacket(packet: Packet): string {
  const { kind, name, callId, replyTo, failure, data } = packet;
  const json = data === undefined ? undefined : writeJson(data);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [localText('messages.factKind'), kind],
    [localText('messages.factName'), name],
    [localText('messages.factAsks'), callId],
    [localText('messages.factAnswers'), replyTo],
    [
      localText('messages.factFailure'),
      failure && [failure.code, failure.message].filter(Boolean).join(': '),
    ],
  ];
  const head = facts.flatMap(([fact, value]) => (value === undefined ? [] : [`${fact.padEnd(8)}  ${value}`]));
  const body = json === undefined ? [] : ['', /^[[{]/.test(json) ? toPrettyJson(json) : json];
  return [...head, ...body].join('\n');
}
