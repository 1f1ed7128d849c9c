import { encode } from '@msgpack/msgpack';
import { expect, it } from 'vitest';
import { ably } from '../../../core/protocols/ably';
import { describeProtocol, toMessage } from './protocol-table';

const URL =
  'wss://main.realtime.ably.net/?key=a.b%3Ac&format=json&heartbeats=true&v=5&agent=ably-js%2F2.26.0';
const CONNECTED = {
  action: 4,
  connectionId: 'LQ7lt1Lkyp',
  connectionDetails: {
    clientId: null,
    connectionKey: 'x',
    maxIdleInterval: 15_000,
    connectionStateTtl: 120_000,
  },
};

it('knows every limit on the rate, and which of them end the connection', () => {
  const limits = ably.failures.filter(({ code }) => code.startsWith('429'));
  expect(limits.map(({ code }) => Number(code)).sort()).toEqual(
    Array.from({ length: 17 }, (_, index) => 42_910 + index),
  );
  expect(limits.filter(({ retry }) => retry === 'no').map(({ code }) => code)).toEqual(['42920', '42921']);
});

describeProtocol(ably, {
  conversations: [
    {
      shows: 'reads a session with a channel, messages and their acknowledgement',
      url: URL,
      wire: [
        [
          { in: JSON.stringify(CONNECTED) },
          { kind: 'control', name: 'CONNECTED', summary: 'CONNECTED', data: { maxIdleInterval: 15_000 } },
        ],
        [
          { out: '{"action":10,"channel":"news","flags":0}' },
          { kind: 'request', summary: 'ATTACH news', callId: 'ATTACH news', channel: 'news' },
        ],
        [{ in: '{"action":11,"channel":"news","flags":0}' }, { kind: 'response', replyTo: 'ATTACH news' }],
        [
          { out: '{"action":15,"channel":"news","msgSerial":0,"messages":[{"name":"a","data":"x"}]}' },
          { kind: 'event', summary: 'MESSAGE news', callId: 'message 0', data: [{ name: 'a', data: 'x' }] },
        ],
        [
          { in: '{"action":1,"msgSerial":0,"count":2}' },
          { kind: 'response', summary: 'ACK', replyTo: 'message 0' },
          { kind: 'response', summary: 'ACK of the next', replyTo: 'message 1' },
        ],
        [
          { in: '{"action":15,"channel":"news","messages":[{"data":1},{"data":2}]}' },
          { kind: 'event', summary: 'MESSAGE news, 2 in it' },
        ],
        [{ in: '{"action":0}' }, { kind: 'keep-alive' }],
        [{ out: '{"action":0,"id":"p1"}' }, { kind: 'ping' }],
        [{ in: '{"action":0,"id":"p1"}' }, { kind: 'pong' }],
        [{ out: '{"action":12,"channel":"news"}' }, { callId: 'DETACH news' }],
        [{ in: '{"action":13,"channel":"news"}' }, { replyTo: 'DETACH news' }],
        [{ out: '{"action":17,"auth":{"accessToken":"secret"}}' }, { kind: 'control', summary: 'AUTH' }],
        [{ out: '{"action":7}' }, { kind: 'end', summary: 'CLOSE' }],
      ],
    },
    {
      shows: 'reads errors of the connection, of a channel, and of a message',
      url: URL,
      wire: [
        [
          { in: '{"action":9,"error":{"message":"Key revoked","code":40131,"statusCode":401}}' },
          {
            kind: 'error',
            summary: 'ERROR: Key revoked (40131)',
            failure: { code: '40131', message: 'Key revoked' },
          },
        ],
        [
          { in: '{"action":9,"channel":"news","error":{"message":"Denied","code":40160,"statusCode":401}}' },
          { kind: 'response', replyTo: 'ATTACH news', failure: { code: '40160', message: 'Denied' } },
        ],
        [
          { in: '{"action":6,"error":{"message":"Token expired","code":40142,"statusCode":401}}' },
          { kind: 'end', summary: 'DISCONNECTED: Token expired (40142)' },
        ],
        [
          { in: '{"action":2,"msgSerial":4,"count":1,"error":{"message":"Rate limit","code":42910}}' },
          { kind: 'response', replyTo: 'message 4', failure: { code: '42910', message: 'Rate limit' } },
        ],
        [{ in: '{"action":9}' }, { kind: 'error', failure: { message: '' } }],
      ],
    },
    {
      shows: 'reads MessagePack, pairs no more than it can afford, and says what it cannot read',
      url: URL,
      wire: [
        [{ in: encode(CONNECTED) }, { name: 'CONNECTED' }],
        [
          { in: '{"action":1,"msgSerial":0,"count":1e9}' },
          { replyTo: 'message 0' },
          ...Array.from({ length: 99 }, () => ({})),
        ],
        [{ in: '{"action":77}' }, 'unreadable'],
        [{ in: '{"type":1}' }, 'unreadable'],
        [{ in: 'hello' }, 'unreadable'],
        [{ in: JSON.stringify(CONNECTED).slice(0, 50), isCut: true }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { url: URL },
    { url: 'wss://realtime.ably.io/?v=2' },
    { url: 'wss://main.a.fallback.ably-realtime.com/?v=5' },
    { url: 'wss://ws.a.test/', firstMessages: [toMessage({ in: JSON.stringify(CONNECTED) })] },
    { url: 'wss://ws.a.test/', firstMessages: [toMessage({ in: encode(CONNECTED) })] },
  ],
  leaves: [
    { url: 'wss://notably.io/' },
    { url: 'wss://ably.io.a.test/' },
    { firstMessages: [toMessage({ in: '{"action":4}' })] },
    { firstMessages: [toMessage({ out: JSON.stringify(CONNECTED) })] },
  ],
});
