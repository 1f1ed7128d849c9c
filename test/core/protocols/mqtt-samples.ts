import { generate, type Packet } from 'mqtt-packet';

/** As the codec of MQTT.js writes it, in 3.1.1 and in 5. */
export function v4(packet: Packet): Uint8Array {
  return new Uint8Array(generate(packet));
}
export function v5(packet: Packet): Uint8Array {
  return new Uint8Array(generate(packet, { protocolVersion: 5 }));
}
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export const CONNECT = v4({
  cmd: 'connect',
  clientId: 'desk',
  keepalive: 60,
  username: 'a',
  password: Buffer.from('b'),
});
export const CONNECT_5 = v5({
  cmd: 'connect',
  clientId: 'desk',
  keepalive: 0,
  protocolVersion: 5,
  will: { topic: 'w', payload: 'x' },
  properties: { sessionExpiryInterval: 60, userProperties: { a: 'b' } },
});
export const PUBLISH = v4({
  cmd: 'publish',
  topic: 'a/b',
  qos: 1,
  messageId: 7,
  dup: false,
  retain: true,
  payload: '{"t":21}',
});
export const PINGREQ = Uint8Array.of(0xc0, 0);
