import type { Packet } from '../protocol';
import type { YjsPacket } from './yjs-packet';

/**
 * What Yjs says in the words that all protocols share.
 *
 * @param document of connections that carry several; undefined: the address names the only one
 */
export function toYjsWords(packet: YjsPacket, document: string | undefined): Packet {
  const name = packet.type;
  const place = document === undefined ? undefined : { channel: document };
  const where = document === undefined ? '' : ` of ${document}`;
  const syncId = `sync ${document ?? ''}`;
  switch (packet.type) {
    case 'sync step 1':
      return {
        kind: 'request',
        name,
        summary: `${name}${where}: asks for what is missing`,
        callId: syncId,
        ...place,
      };
    case 'sync step 2':
      return {
        kind: 'response',
        name,
        summary: `${name}${where}, ${packet.sizeBytes} bytes`,
        replyTo: syncId,
        ...place,
      };
    case 'update':
      return { kind: 'event', name, summary: `${name}${where}, ${packet.sizeBytes} bytes`, ...place };
    case 'awareness': {
      const gone = packet.states.filter(([, state]) => state === null).length;
      const here = packet.states.length - gone;
      const parts = [...(here > 0 ? [`${here} here`] : []), ...(gone > 0 ? [`${gone} gone`] : [])];
      const who = parts.length === 0 ? 'nobody' : parts.join(', ');
      return { kind: 'event', name, summary: `${name}${where}: ${who}`, ...place, data: packet.states };
    }
    case 'query awareness':
      return { kind: 'control', name, summary: `${name}${where}: asks who is there`, ...place };
  }
}
