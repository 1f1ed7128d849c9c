import { mqtt } from '../../../core/protocols/mqtt';
import { concat, CONNECT, CONNECT_5, PINGREQ, PUBLISH, v4 } from './mqtt-samples';
import { describeProtocol, toMessage } from './protocol-table';

describeProtocol(mqtt, {
  conversations: [
    {
      shows: 'reads a session of 3.1.1, with its answers, and says no password',
      accepted: 'mqtt',
      wire: [
        [
          { out: CONNECT },
          {
            kind: 'request',
            name: 'CONNECT',
            summary: 'CONNECT as desk, MQTT 3.1.1, with a login, keep alive 60 s',
            callId: 'CONNECT',
          },
        ],
        // CONNACK, byte for byte: accepted, a session was kept.
        [
          { in: Uint8Array.of(0x20, 2, 1, 0) },
          { kind: 'response', summary: 'CONNECT accepted, the session goes on', replyTo: 'CONNECT' },
        ],
        [
          {
            out: v4({
              cmd: 'subscribe',
              messageId: 3,
              subscriptions: ['a/#', 'b', 'c', 'd'].map((topic) => ({ topic, qos: 0 })),
            }),
          },
          {
            kind: 'request',
            summary: 'SUBSCRIBE a/#, b, c and 1 more',
            callId: 'SUBSCRIBE 3',
            channel: 'a/#',
          },
        ],
        [
          { in: v4({ cmd: 'suback', messageId: 3, granted: [0, 128, 0, 0] }) },
          {
            kind: 'response',
            summary: 'SUBSCRIBE refused for 1 of 4 filters: Failed, without a closer reason',
            replyTo: 'SUBSCRIBE 3',
            failure: { code: '128', message: 'Failed, without a closer reason', retry: 'unknown' },
          },
        ],
        [
          { in: PUBLISH },
          {
            kind: 'event',
            summary: 'PUBLISH a/b, QoS 1, retained, 8 bytes',
            channel: 'a/b',
            callId: 'PUBLISH 7',
            data: { t: 21 },
          },
        ],
        [
          { out: v4({ cmd: 'puback', messageId: 7 }) },
          { kind: 'response', summary: 'PUBACK 7', replyTo: 'PUBLISH 7' },
        ],
        [
          {
            out: v4({
              cmd: 'publish',
              topic: 'c',
              qos: 2,
              messageId: 8,
              dup: true,
              retain: false,
              payload: Buffer.of(0xff),
            }),
          },
          { summary: 'PUBLISH c, QoS 2, sent again, 1 bytes', data: Uint8Array.of(0xff) },
        ],
        [{ in: v4({ cmd: 'pubrec', messageId: 8 }) }, { replyTo: 'PUBLISH 8' }],
        [{ out: v4({ cmd: 'pubrel', messageId: 8 }) }, { kind: 'control', callId: 'PUBREL 8' }],
        [{ in: v4({ cmd: 'pubcomp', messageId: 8 }) }, { replyTo: 'PUBREL 8' }],
        [
          { out: v4({ cmd: 'unsubscribe', messageId: 9, unsubscriptions: ['b'] }) },
          { summary: 'UNSUBSCRIBE b' },
        ],
        [
          { in: v4({ cmd: 'unsuback', messageId: 9, granted: [] }) },
          { summary: 'UNSUBSCRIBE accepted', replyTo: 'UNSUBSCRIBE 9' },
        ],
        [{ out: PINGREQ }, { kind: 'ping' }],
        [{ in: Uint8Array.of(0xd0, 0) }, { kind: 'pong' }],
        [{ out: Uint8Array.of(0xe0, 0) }, { kind: 'end', summary: 'DISCONNECT: the client ends it' }],
      ],
    },
    {
      shows: 'reads the refusals of 3.1.1',
      wire: [
        [{ out: CONNECT }, {}],
        [
          { in: Uint8Array.of(0x20, 2, 0, 5) },
          {
            kind: 'end',
            summary: 'CONNECT refused: Not authorized',
            failure: { code: '5', message: 'Not authorized', retry: 'no' },
          },
        ],
        [
          { in: Uint8Array.of(0x20, 2, 0, 99) },
          {
            summary: 'CONNECT refused: reason code 99',
            failure: { code: '99', message: 'reason code 99', retry: 'unknown' },
          },
        ],
      ],
    },
    {
      shows: 'reads several packets in a message, and one over several, each direction for itself',
      wire: [
        [
          { out: concat(CONNECT, PINGREQ, PUBLISH.subarray(0, 4)) },
          { name: 'CONNECT' },
          { kind: 'ping' },
          { kind: 'data', name: 'part', summary: 'part of a packet, 4 of 17 bytes so far' },
        ],
        [{ in: Uint8Array.of(0x20) }, { name: 'part', summary: 'part of a packet, 1 byte so far' }],
        [
          { out: PUBLISH.subarray(4, 10) },
          { name: 'part', summary: 'part of a packet, 10 of 17 bytes so far' },
        ],
        [{ in: Uint8Array.of(2, 0, 0, 0xd0) }, { summary: 'CONNECT accepted' }, { name: 'part' }],
        [
          { out: concat(PUBLISH.subarray(10), PINGREQ) },
          { channel: 'a/b', data: { t: 21 } },
          { kind: 'ping' },
        ],
        [{ in: Uint8Array.of(0) }, { kind: 'pong' }],
      ],
    },
    {
      shows: 'finds its way back where messages are missing or were cut',
      wire: [
        [{ out: PUBLISH.subarray(0, 8) }, { name: 'part' }],
        [{ out: concat(CONNECT, PINGREQ) }, { name: 'CONNECT' }, { kind: 'ping' }],
        [
          { out: PUBLISH.subarray(0, 12), isCut: true },
          { summary: 'PUBLISH a/b, QoS 1, retained, 3 bytes (cut)' },
        ],
        [{ out: CONNECT.subarray(0, 12), isCut: true }, 'unreadable'],
        [{ out: PINGREQ }, { kind: 'ping' }],
      ],
    },
    {
      shows: 'says what is none of its packets',
      wire: [
        [{ in: 'text' }, 'not-mine'],
        [{ in: new Uint8Array() }, 'not-mine'],
        [{ in: Uint8Array.of(0, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0x36, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0xd1, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0xd0, 1, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0xff) }, 'unreadable'],
        [
          { in: Uint8Array.of(0xd0, 0, 0, 1, 2) },
          { kind: 'pong' },
          { kind: 'data', summary: '3 bytes that are no packet' },
        ],
      ],
    },
  ],
  recognises: [
    { accepted: 'mqtt' },
    { accepted: 'mqttv3.1', firstMessages: [toMessage({ out: PINGREQ })] },
    { offered: ['mqtt'] },
    { firstMessages: [toMessage({ out: CONNECT })] },
    { firstMessages: [toMessage({ out: CONNECT_5 })] },
  ],
  leaves: [
    { firstMessages: [toMessage({ in: CONNECT })] },
    { firstMessages: [toMessage({ out: PINGREQ })] },
    { offered: ['mqtt'], firstMessages: [toMessage({ in: '{"a":1}' })] },
    { offered: ['mqtt'], accepted: 'graphql-ws' },
  ],
});
