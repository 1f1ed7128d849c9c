const SEPARATOR = '\u001e';

/**
 * The packets in the body of an Engine.IO poll. Revision 4 puts U+001E between them, revision 3 the length in
 * UTF-16 units and a colon before each.
 */
export function readEnginePackets(body: string): readonly string[] {
  if (!/^\d+:/.test(body)) return body === '' ? [] : body.split(SEPARATOR);
  const packets: string[] = [];
  let rest = body;
  for (;;) {
    const head = /^(\d{1,9}):/.exec(rest);
    if (head === null) return packets;
    const from = head[0].length;
    const to = from + Number(head[1]);
    packets.push(rest.slice(from, to));
    rest = rest.slice(to);
  }
}

/** One packet as the body of a POST. */
export function writeEnginePacket(packet: string, revision: 3 | 4): string {
  return revision === 3 ? `${packet.length}:${packet}` : packet;
}
