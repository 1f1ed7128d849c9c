import type { ByteCursor } from './byte-cursor';

/** Those properties of an MQTT 5 packet that say something about its connection (section 2.2.2.2). */
export interface MqttProperties {
  /** For people, from the sender. */
  readonly reason: string | undefined;
  /** Where to connect instead. */
  readonly serverReference: string | undefined;
  /** Stands for a topic that was sent with it before. */
  readonly topicAlias: number | undefined;
  /** The keep alive that the server wants instead of the client's. */
  readonly serverKeepAliveSeconds: number | undefined;
  readonly assignedClientId: string | undefined;
  readonly contentType: string | undefined;
}

export const NO_PROPERTIES: MqttProperties = {
  reason: undefined,
  serverReference: undefined,
  topicAlias: undefined,
  serverKeepAliveSeconds: undefined,
  assignedClientId: undefined,
  contentType: undefined,
};

type Shape = 'byte' | 'uint16' | 'uint32' | 'varint' | 'text' | 'bytes' | 'pair';

/** By the numbers of the table in section 2.2.2.2. */
const SHAPES: Readonly<Record<number, Shape>> = {
  0x01: 'byte',
  0x02: 'uint32',
  0x03: 'text',
  0x08: 'text',
  0x09: 'bytes',
  0x0b: 'varint',
  0x11: 'uint32',
  0x12: 'text',
  0x13: 'uint16',
  0x15: 'text',
  0x16: 'bytes',
  0x17: 'byte',
  0x18: 'uint32',
  0x19: 'byte',
  0x1a: 'text',
  0x1c: 'text',
  0x1f: 'text',
  0x21: 'uint16',
  0x22: 'uint16',
  0x23: 'uint16',
  0x24: 'byte',
  0x25: 'byte',
  0x26: 'pair',
  0x27: 'uint32',
  0x28: 'byte',
  0x29: 'byte',
  0x2a: 'byte',
};

/** Undefined: there is a property that MQTT 5 does not have. What is too short is told by the cursor. */
export function readMqttProperties(cursor: ByteCursor): MqttProperties | undefined {
  const lengthBytes = cursor.varint(4);
  const end = cursor.leftBytes - lengthBytes;
  if (end < 0) {
    cursor.bytes(lengthBytes);
    return NO_PROPERTIES;
  }
  const values = new Map<number, string | number>();
  while (cursor.leftBytes > end) {
    const id = cursor.uint8();
    const shape = SHAPES[id];
    if (shape === undefined) return undefined;
    const value = readValue(cursor, shape);
    if (value !== undefined) values.set(id, value);
  }
  if (cursor.leftBytes < end) return undefined;
  return {
    reason: text(values.get(0x1f)),
    serverReference: text(values.get(0x1c)),
    topicAlias: number(values.get(0x23)),
    serverKeepAliveSeconds: number(values.get(0x13)),
    assignedClientId: text(values.get(0x12)),
    contentType: text(values.get(0x03)),
  };
}

function readValue(cursor: ByteCursor, shape: Shape): string | number | undefined {
  switch (shape) {
    case 'byte':
      return cursor.uint8();
    case 'uint16':
      return cursor.uint16();
    case 'uint32':
      return cursor.uint32();
    case 'varint':
      return cursor.varint(4);
    case 'text':
      return cursor.text(cursor.uint16());
    case 'bytes':
      cursor.bytes(cursor.uint16());
      return undefined;
    case 'pair':
      cursor.bytes(cursor.uint16());
      cursor.bytes(cursor.uint16());
      return undefined;
  }
}

function text(value: string | number | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
function number(value: string | number | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
