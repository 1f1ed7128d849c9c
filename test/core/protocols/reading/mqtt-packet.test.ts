import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { describe, expect, it } from 'vitest';
import { decodeMqtt, isMqttConnect, mqttFraming } from '../../../../core/protocols/reading/mqtt-packet';

const topic = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((text) => !/[+#\0]/.test(text));
const id = fc.integer({ min: 1, max: 65_535 });
const payload = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const properties = fc.constantFrom({}, { contentType: 'x', userProperties: { a: 'b' } });
const reason = fc.record({ reasonString: fc.string({ maxLength: 20 }) });
const flags = { dup: fc.boolean(), retain: fc.boolean(), qos: fc.constantFrom<0 | 1 | 2>(0, 1, 2) };

const connect: fc.Arbitrary<Packet> = fc.record({
  cmd: fc.constant('connect' as const),
  clientId: topic,
  keepalive: fc.integer({ min: 0, max: 65_535 }),
  clean: fc.boolean(),
});
const publish: fc.Arbitrary<Packet> = fc
  .record({
    cmd: fc.constant('publish' as const),
    topic,
    payload,
    messageId: id,
    ...flags,
    properties,
  })
  // A packet that is sent again has an id (MQTT 5, section 3.3.1.1).
  .map((packet) => (packet.qos === 0 ? { ...packet, dup: false } : packet));
const subscribe: fc.Arbitrary<Packet> = fc.record({
  cmd: fc.constant('subscribe' as const),
  messageId: id,
  subscriptions: fc.array(fc.record({ topic, qos: flags.qos }), { minLength: 1, maxLength: 5 }),
});
const puback: fc.Arbitrary<Packet> = fc.record({
  cmd: fc.constantFrom('puback' as const, 'pubrec' as const),
  messageId: id,
  reasonCode: fc.constantFrom(0, 16, 128, 135, 151),
  properties: reason,
});
const disconnect: fc.Arbitrary<Packet> = fc.record({
  cmd: fc.constant('disconnect' as const),
  reasonCode: fc.constantFrom(0, 4, 129, 142, 157),
  properties: fc.record({
    reasonString: fc.string({ maxLength: 20 }),
    serverReference: fc.constant('b.test'),
  }),
});
const packet = fc.oneof(connect, publish, subscribe, puback, disconnect);

describe('an MQTT packet', () => {
  it.each([4, 5] as const)('reads what the codec of MQTT.js writes, at level %i', (level) => {
    fc.assert(
      fc.property(packet, (written) => {
        const sent = written.cmd === 'connect' ? { ...written, protocolVersion: level } : written;
        const bytes = new Uint8Array(generate(sent, { protocolVersion: level }));
        expect(mqttFraming.extentAt(bytes, 0)).toBe(bytes.length);
        const read = decodeMqtt(bytes, level);
        expect(read?.type).toBe(written.cmd.toUpperCase());
        if (written.cmd === 'publish')
          expect(read).toMatchObject({
            topic: written.topic,
            qos: written.qos,
            isRetained: written.retain,
            isDuplicate: written.dup,
            id: written.qos === 0 ? undefined : written.messageId,
            payload: new Uint8Array(Buffer.from(written.payload)),
          });
        if (written.cmd === 'connect')
          expect(read).toMatchObject({
            level,
            clientId: written.clientId,
            keepAliveSeconds: written.keepalive,
            isClean: written.clean,
          });
        if (written.cmd === 'subscribe')
          expect(read).toMatchObject({
            id: written.messageId,
            filters: written.subscriptions.map((subscription) => subscription.topic),
          });
        if (level === 4) return;
        if (written.cmd === 'puback' || written.cmd === 'pubrec')
          expect(read).toMatchObject({ id: written.messageId, codes: [written.reasonCode] });
        if (written.cmd === 'disconnect')
          expect(read).toMatchObject({
            code: written.reasonCode,
            properties: {
              reason: written.properties?.reasonString,
              serverReference: written.properties?.serverReference,
            },
          });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where anything of it is missing, except the payload', () => {
    fc.assert(
      fc.property(packet, fc.nat(), (written, cut) => {
        const bytes = new Uint8Array(generate(written));
        const short = bytes.subarray(0, cut % bytes.length);
        const read = decodeMqtt(short, 4);
        if (read !== undefined && read.type !== 'PUBLISH' && read.type !== 'SUBSCRIBE')
          // What an acknowledgement may leave out is its end.
          expect(['PUBACK', 'PUBREC', 'DISCONNECT']).toContain(read.type);
      }),
    );
  });

  it('is known as CONNECT by its name alone', () => {
    expect(isMqttConnect(undefined)).toBe(false);
    expect(isMqttConnect(Uint8Array.of(0x10))).toBe(false);
    expect(isMqttConnect(Uint8Array.of(0x10, 0xff, 0xff, 0xff, 0xff, 0, 4, 77, 81, 84, 84))).toBe(false);
    expect(isMqttConnect(Uint8Array.of(0x10, 0x20, 0, 4, 77, 81, 84, 84))).toBe(true);
    expect(isMqttConnect(Uint8Array.of(0x10, 0x20, 0, 4, 77, 81, 84, 85))).toBe(false);
  });
});
