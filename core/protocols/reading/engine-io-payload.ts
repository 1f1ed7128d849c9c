import type { MessageEventRecord } from '../../capture/event';

/** Between the packets of one HTTP body (Engine.IO protocol 4): U+001E, which JSON never holds as it is. */
const SEPARATOR = '\x1e';
/** Protocol 3 puts each packet's length in UTF-16 units before it: `96:0{...}2:40`. */
const LENGTH_PREFIX = /^(\d{1,9}):/;
/** Protocol 3 with binary in it: 0 (text) or 1 (bytes), the length in decimal digits of a byte each, this, the packet. */
const LENGTH_END = 255;

/** The packets in the body of one poll. A body that is cut ends in a packet that is cut. */
export function splitPayload(text: string): readonly string[] {
  if (!LENGTH_PREFIX.test(text)) return text.split(SEPARATOR);
  const packets: string[] = [];
  for (let at = 0; at < text.length;) {
    const prefix = LENGTH_PREFIX.exec(text.slice(at, at + 10));
    // Not what its beginning promised: the rest stands as it is, and is read as one packet.
    if (prefix === null) return [...packets, text.slice(at)];
    const start = at + prefix[0].length;
    at = start + Number(prefix[1]);
    packets.push(text.slice(start, at));
  }
  return packets;
}

/**
 * A message as the packets in it: the body of a poll may hold several, all others stand for themselves. Base64, which
 * polls need for what is binary, becomes bytes.
 *
 * @param pollingSocketId the socketId of messages that are bodies of polls
 */
export function toPackets(
  message: MessageEventRecord,
  pollingSocketId: number | undefined,
): readonly MessageEventRecord[] {
  if (message.socketId !== pollingSocketId) return [message];
  if (message.bytes !== undefined)
    return splitBinaryPayload(message.bytes).map((part) => withBody(message, part));
  if (message.text === undefined) return [message];
  const packets = splitPayload(message.text);
  return packets.map((text, index) => {
    // Only the last one can be cut.
    const isCut = message.isCut === true && index === packets.length - 1;
    const bytes = isCut ? undefined : base64In(text);
    return bytes === undefined
      ? { ...message, text, sizeBytes: text.length, isCut }
      : withBody(message, bytes);
  });
}

function withBody(message: MessageEventRecord, body: string | Uint8Array<ArrayBuffer>): MessageEventRecord {
  const sizeBytes = body.length;
  return typeof body === 'string'
    ? { ...message, format: 'text', text: body, bytes: undefined, sizeBytes }
    : { ...message, format: 'binary', text: undefined, bytes: body, sizeBytes };
}

/** `bAQID` in protocol 4, `b4AQID` in protocol 3, where the 4 says that it is a message. */
function base64In(text: string): Uint8Array<ArrayBuffer> | undefined {
  const base64 = /^b4?((?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?)$/.exec(text)?.[1];
  if (base64 === undefined) return undefined;
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function splitBinaryPayload(bytes: Uint8Array<ArrayBuffer>): readonly (string | Uint8Array<ArrayBuffer>)[] {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  for (let at = 0; at < bytes.length;) {
    const isText = bytes[at] === 0;
    const lengthEnd = bytes.subarray(at, at + 12).indexOf(LENGTH_END);
    if (lengthEnd < 2 || (bytes[at] ?? 0) > 1) return [...parts, bytes.subarray(at)];
    const size = Number(bytes.subarray(at + 1, at + lengthEnd).join(''));
    const start = at + lengthEnd + 1;
    const packet = bytes.subarray(start, start + size);
    // What is binary says in its first byte that it is a message.
    parts.push(isText ? new TextDecoder().decode(packet) : packet.subarray(1));
    at = start + size;
  }
  return parts;
}

/** The session id in the answer to the first poll: `0{"sid":"..."}`, in either protocol's frame. */
export function sessionIdIn(text: string): string | undefined {
  const opening = splitPayload(text)[0];
  if (opening?.startsWith('0{') !== true) return undefined;
  return /"sid"\s*:\s*"([^"\\]{1,200})"/.exec(opening)?.[1];
}

/** The payload holds Engine.IO's CLOSE packet (1): whoever sent it ends the session. */
export function endsSession(payload: string | undefined): boolean {
  return payload !== undefined && payload.includes('1') && splitPayload(payload).includes('1');
}
