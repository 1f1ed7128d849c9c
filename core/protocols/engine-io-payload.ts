import type { MessageEventRecord } from '../capture/event';

/** Between the packets of one HTTP body (Engine.IO protocol 4): U+001E, which JSON never holds as it is. */
const SEPARATOR = '\x1e';
/** Protocol 3 puts each packet's length in UTF-16 units before it: `96:0{...}2:40`. */
const LENGTH_PREFIX = /^(\d{1,9}):/;

/** The packets in the body of one poll. A body that is cut ends in a packet that is cut. */
export function splitPayload(text: string): readonly string[] {
  if (!LENGTH_PREFIX.test(text)) return text.split(SEPARATOR);
  const packets: string[] = [];
  for (let rest = text; rest !== '';) {
    const prefix = LENGTH_PREFIX.exec(rest);
    // Not what its beginning promised: the rest stands as it is, and is read as one packet.
    if (prefix === null) return [...packets, rest];
    const start = prefix[0].length;
    const end = start + Number(prefix[1]);
    packets.push(rest.slice(start, end));
    rest = rest.slice(end);
  }
  return packets;
}

/** The same message once for each packet in it, in order; a message that holds one packet stands for itself. */
export function toPackets(message: MessageEventRecord): readonly MessageEventRecord[] {
  if (message.text === undefined) return [message];
  const packets = splitPayload(message.text);
  if (packets.length === 1 && packets[0] === message.text) return [message];
  return packets.map((text, index) => ({
    ...message,
    text,
    sizeBytes: text.length,
    // Only the last one can be cut.
    isCut: message.isCut === true && index === packets.length - 1,
  }));
}

/** The session id in the answer to the first poll: `0{"sid":"..."}`, in either protocol's frame. */
export function sessionIdIn(text: string): string | undefined {
  const opening = splitPayload(text)[0];
  if (opening?.startsWith('0{') !== true) return undefined;
  return /"sid"\s*:\s*"([^"\\]{1,200})"/.exec(opening)?.[1];
}
