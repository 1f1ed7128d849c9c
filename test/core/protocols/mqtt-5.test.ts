import { describe, expect, it } from 'vitest';
import { mqtt } from '../../../core/protocols/mqtt';
import { CONNECT_5, v5 } from './mqtt-samples';
import { describeProtocol, readAll, toMessage } from './protocol-table';

describeProtocol(mqtt, {
  conversations: [
    {
      shows: 'reads a session of 5, its reasons in words and its topic aliases',
      accepted: 'mqtt',
      wire: [
        [{ out: CONNECT_5 }, { summary: 'CONNECT as desk, MQTT 5, no keep alive', data: { willTopic: 'w' } }],
        [
          {
            in: v5({
              cmd: 'connack',
              reasonCode: 0,
              sessionPresent: false,
              properties: { serverKeepAlive: 30 },
            }),
          },
          { summary: 'CONNECT accepted', data: { serverKeepAliveSeconds: 30 } },
        ],
        [
          {
            in: v5({
              cmd: 'publish',
              topic: 'long/topic',
              qos: 0,
              dup: false,
              retain: false,
              payload: 'hi',
              properties: { topicAlias: 4 },
            }),
          },
          { channel: 'long/topic', data: 'hi' },
        ],
        [
          {
            in: v5({
              cmd: 'publish',
              topic: '',
              qos: 0,
              dup: false,
              retain: false,
              payload: 'ho',
              properties: { topicAlias: 4 },
            }),
          },
          { summary: 'PUBLISH long/topic, 2 bytes' },
        ],
        [
          {
            out: v5({
              cmd: 'publish',
              topic: '',
              qos: 0,
              dup: false,
              retain: false,
              payload: '',
              properties: { topicAlias: 4 },
            }),
          },
          { summary: 'PUBLISH topic alias 4, 0 bytes' },
        ],
        [
          { in: v5({ cmd: 'puback', messageId: 2, reasonCode: 151 }) },
          {
            summary: 'PUBACK 2 refused: Quota exceeded',
            failure: { code: '151', message: 'Quota exceeded', retry: 'no' },
          },
        ],
        [{ out: v5({ cmd: 'auth', reasonCode: 24 }) }, { kind: 'control', name: 'AUTH' }],
        [
          {
            in: v5({
              cmd: 'suback',
              messageId: 2,
              granted: [135],
              properties: { reasonString: 'not yours' },
            }),
          },
          { summary: 'SUBSCRIBE refused: Not authorized: not yours' },
        ],
        [
          { in: v5({ cmd: 'disconnect', reasonCode: 142 }) },
          {
            kind: 'end',
            summary:
              'DISCONNECT by the server: Session taken over: another connection uses the same client id',
            failure: {
              code: '142',
              message: 'Session taken over: another connection uses the same client id',
              retry: 'no',
            },
          },
        ],
        [
          { in: v5({ cmd: 'disconnect', reasonCode: 157, properties: { serverReference: 'b.test' } }) },
          {
            summary: 'DISCONNECT by the server: Server moved, for good: connect to the one it names (b.test)',
          },
        ],
      ],
    },
    {
      shows: 'knows 5 by its CONNACK where the CONNECT is missing',
      wire: [
        [
          {
            in: v5({
              cmd: 'connack',
              reasonCode: 135,
              sessionPresent: false,
              properties: { reasonString: 'expired' },
            }),
          },
          { summary: 'CONNECT refused: Not authorized: expired' },
        ],
        [
          { in: v5({ cmd: 'publish', topic: 'a', qos: 0, dup: false, retain: false, payload: 'hi' }) },
          { data: 'hi' },
        ],
      ],
    },
  ],
  recognises: [{ accepted: 'mqtt', firstMessages: [toMessage({ out: CONNECT_5 })] }],
  leaves: [],
});

describe('MQTT, in what is hostile', () => {
  it('keeps no more topic aliases than it can afford', () => {
    const publish = (topicAlias: number, topic: string) =>
      toMessage({
        in: v5({
          cmd: 'publish',
          topic,
          qos: 0,
          dup: false,
          retain: false,
          payload: '',
          properties: { topicAlias },
        }),
      });
    const aliases = Array.from({ length: 300 }, (_, index) => publish(index + 1, `t${index + 1}`));
    const decodings = readAll(mqtt, [
      toMessage({ out: CONNECT_5 }),
      ...aliases,
      publish(200, ''),
      publish(201, ''),
    ]);
    expect(decodings.slice(-2)).toMatchObject([[{ channel: 't200' }], [{ channel: 'topic alias 201' }]]);
  });
});
