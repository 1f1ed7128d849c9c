import { createByteCursor, type ByteCursor } from './byte-cursor';
import { NO_PROPERTIES, readMqttProperties, type MqttProperties } from './mqtt-properties';
import type { Extent, Framing } from './packet-stream';

interface Acknowledgement {
  /** The packet id of what it answers. */
  readonly id: number;
  /** One reason code; of SUBACK and UNSUBACK one for each filter. */
  readonly codes: readonly number[];
  readonly properties: MqttProperties;
}
export type MqttPacket =
  | {
      readonly type: 'CONNECT';
      /** 3 is MQTT 3.1, 4 is 3.1.1, 5 is 5.0. */
      readonly level: number;
      readonly clientId: string;
      /** 3.1.1: clean session; 5: clean start. */
      readonly isClean: boolean;
      readonly keepAliveSeconds: number;
      readonly hasUserName: boolean;
      readonly hasPassword: boolean;
      readonly willTopic: string | undefined;
    }
  | {
      readonly type: 'CONNACK';
      readonly hasSession: boolean;
      readonly code: number;
      /** With properties, as in MQTT 5. */
      readonly isLong: boolean;
      readonly properties: MqttProperties;
    }
  | {
      readonly type: 'PUBLISH';
      readonly topic: string;
      readonly qos: number;
      readonly isRetained: boolean;
      readonly isDuplicate: boolean;
      /** Of QoS 1 and 2. */
      readonly id: number | undefined;
      readonly payload: Uint8Array;
      readonly properties: MqttProperties;
    }
  | ({ readonly type: 'PUBACK' | 'PUBREC' | 'PUBREL' | 'PUBCOMP' } & Acknowledgement)
  | ({ readonly type: 'SUBACK' | 'UNSUBACK' } & Acknowledgement)
  | {
      readonly type: 'SUBSCRIBE' | 'UNSUBSCRIBE';
      readonly id: number;
      readonly filters: readonly string[];
    }
  | { readonly type: 'PINGREQ' | 'PINGRESP' }
  | { readonly type: 'DISCONNECT' | 'AUTH'; readonly code: number; readonly properties: MqttProperties };

/** By their numbers, with the flags that each must have (section 2.2.2); undefined: flags with a meaning. */
const TYPES = [
  undefined,
  ['CONNECT', 0],
  ['CONNACK', 0],
  ['PUBLISH', undefined],
  ['PUBACK', 0],
  ['PUBREC', 0],
  ['PUBREL', 2],
  ['PUBCOMP', 0],
  ['SUBSCRIBE', 2],
  ['SUBACK', 0],
  ['UNSUBSCRIBE', 2],
  ['UNSUBACK', 0],
  ['PINGREQ', 0],
  ['PINGRESP', 0],
  ['DISCONNECT', 0],
  ['AUTH', 0],
] as const;

function typeIn(first: number) {
  const entry = TYPES[first >> 4];
  if (entry === undefined) return undefined;
  const [type, flags] = entry;
  const isAllowed = flags === undefined ? (first & 6) !== 6 : (first & 15) === flags;
  return isAllowed ? type : undefined;
}

/** A byte for type and flags, then the length of the rest in one to four bytes (section 2.1). */
export const mqttFraming: Framing = { extentAt, isTelling: () => true };

function extentAt(bytes: Uint8Array, from: number): Extent {
  if (typeIn(bytes[from] ?? 0) === undefined) return 'broken';
  let length = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[from + 1 + index];
    if (byte === undefined) return 'more';
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return 2 + index + length;
  }
  return 'broken';
}

/**
 * Reads one packet; undefined: it breaks the protocol, or too much of it was cut.
 *
 * @param level what the CONNECT of this connection said; it decides whether there are reason codes and properties
 */
export function decodeMqtt(packet: Uint8Array, level: number): MqttPacket | undefined {
  const first = packet[0] ?? 0;
  const type = typeIn(first);
  if (type === undefined) return undefined;
  const cursor = createByteCursor(packet);
  cursor.uint8();
  cursor.varint(4);
  const decoded = decodeBody(type, first & 15, cursor, level);
  return cursor.isShort() ? undefined : decoded;
}

function decodeBody(
  type: MqttPacket['type'],
  flags: number,
  cursor: ByteCursor,
  level: number,
): MqttPacket | undefined {
  const properties = () => (level === 5 ? readMqttProperties(cursor) : NO_PROPERTIES);
  switch (type) {
    case 'CONNECT':
      return decodeConnect(cursor);
    case 'CONNACK': {
      const hasSession = cursor.uint8() === 1;
      const code = cursor.uint8();
      // A broker of 3.1.1 refuses a client of 5 in its own, shorter form.
      const isLong = cursor.leftBytes > 0;
      const more = isLong ? readMqttProperties(cursor) : NO_PROPERTIES;
      return more && { type, hasSession, code, isLong, properties: more };
    }
    case 'PUBLISH': {
      const topic = cursor.text(cursor.uint16());
      const qos = (flags >> 1) & 3;
      const id = qos === 0 ? undefined : cursor.uint16();
      const more = properties();
      const payload = cursor.bytes(cursor.leftBytes);
      const isRetained = (flags & 1) === 1;
      return more && { type, topic, qos, isRetained, isDuplicate: flags >= 8, id, payload, properties: more };
    }
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP': {
      const id = cursor.uint16();
      const reason = decodeReason(cursor);
      return reason && { type, id, codes: [reason.code], properties: reason.properties };
    }
    case 'SUBACK':
    case 'UNSUBACK': {
      const id = cursor.uint16();
      const more = properties();
      return more && { type, id, codes: [...cursor.bytes(cursor.leftBytes)], properties: more };
    }
    case 'SUBSCRIBE':
    case 'UNSUBSCRIBE': {
      const id = cursor.uint16();
      if (properties() === undefined) return undefined;
      const filters: string[] = [];
      while (cursor.leftBytes > 0 && !cursor.isShort()) {
        filters.push(cursor.text(cursor.uint16()));
        if (type === 'SUBSCRIBE') cursor.uint8();
      }
      return { type, id, filters };
    }
    case 'PINGREQ':
    case 'PINGRESP':
      return cursor.leftBytes === 0 ? { type } : undefined;
    case 'DISCONNECT':
    case 'AUTH': {
      const reason = decodeReason(cursor);
      return reason && { type, ...reason };
    }
  }
}

/** Both parts are left out where they say nothing (MQTT 5, section 3.4.2), and always up to 3.1.1. */
function decodeReason(cursor: ByteCursor) {
  const code = cursor.leftBytes === 0 ? 0 : cursor.uint8();
  const properties = cursor.leftBytes === 0 ? NO_PROPERTIES : readMqttProperties(cursor);
  return properties && { code, properties };
}

function decodeConnect(cursor: ByteCursor): MqttPacket | undefined {
  const name = cursor.text(cursor.uint16());
  if (name !== 'MQTT' && name !== 'MQIsdp') return undefined;
  const level = cursor.uint8();
  const flags = cursor.uint8();
  const keepAliveSeconds = cursor.uint16();
  if (level === 5 && readMqttProperties(cursor) === undefined) return undefined;
  const clientId = cursor.text(cursor.uint16());
  const hasWill = (flags & 0x04) !== 0;
  if (hasWill && level === 5 && readMqttProperties(cursor) === undefined) return undefined;
  const willTopic = hasWill ? cursor.text(cursor.uint16()) : undefined;
  return {
    type: 'CONNECT',
    level,
    clientId,
    isClean: (flags & 0x02) !== 0,
    keepAliveSeconds,
    hasUserName: (flags & 0x80) !== 0,
    hasPassword: (flags & 0x40) !== 0,
    willTopic,
  };
}

/** The first packet of a client: nothing else begins so. */
export function isMqttConnect(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined || bytes[0] !== 0x10) return false;
  const start = bytes.subarray(1, 5).findIndex((byte) => byte < 0x80);
  const name = createByteCursor(bytes.subarray(2 + start, 10 + start));
  const text = name.text(name.uint16());
  return start >= 0 && (text === 'MQTT' || text === 'MQIsdp');
}
