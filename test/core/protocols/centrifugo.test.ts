import { centrifugo } from '../../../core/protocols/centrifugo';
import { describeProtocol, toMessage } from './protocol-table';

const CONNECT = '{"connect":{"token":"eyJhbGciOi","name":"js"},"id":1}';
const CONNECTED =
  '{"id":1,"connect":{"client":"424cf65a-0b1d","version":"6.2.3","ping":25,"pong":true,"subs":{}}}';

describeProtocol(centrifugo, {
  conversations: [
    {
      shows: 'reads a session with several commands in a message, and says no token',
      url: 'wss://a.test/connection/websocket',
      wire: [
        [
          { out: `${CONNECT}\n{"subscribe":{"channel":"news","token":"eyJ"},"id":2}` },
          { kind: 'request', name: 'connect', summary: 'connect with a token', callId: '1' },
          { kind: 'request', summary: 'subscribe news with a token', callId: '2', channel: 'news' },
        ],
        [
          { in: `${CONNECTED}\n{"id":2,"subscribe":{"recoverable":true}}\n` },
          { kind: 'response', summary: 'connected, ping every 25 s', replyTo: '1' },
          { kind: 'response', summary: 'subscribe done', replyTo: '2' },
        ],
        [{ in: '{}' }, { kind: 'ping' }],
        [{ out: '{}' }, { kind: 'pong' }],
        [
          { out: '{"publish":{"channel":"news","data":{"a":1}},"id":3}' },
          { kind: 'request', summary: 'publish news', data: { a: 1 } },
        ],
        [
          { in: '{"id":3,"error":{"code":103,"message":"permission denied"}}' },
          {
            kind: 'response',
            summary: 'answer to 3: permission denied (103)',
            replyTo: '3',
            failure: { code: '103', message: 'permission denied' },
          },
        ],
        [
          { in: '{"id":4,"error":{"code":100,"message":"internal server error","temporary":true}}' },
          { failure: { code: '100', message: 'internal server error', retry: 'with-backoff' } },
        ],
        [{ out: '{"rpc":{"method":"sum","data":[1]},"id":5}' }, { summary: 'rpc sum', data: [1] }],
        [{ out: '{"send":{"data":"x"}}' }, { kind: 'event', name: 'send', data: 'x' }],
        [
          { in: '{"push":{"channel":"news","pub":{"data":{"a":1},"offset":7}}}' },
          { kind: 'event', name: 'pub', summary: 'pub news', channel: 'news', data: { a: 1 } },
        ],
        [
          { in: '{"push":{"channel":"news","join":{"info":{"user":"joe"}}}}' },
          { kind: 'event', name: 'join' },
        ],
        [
          { in: '{"push":{"channel":"news","unsubscribe":{"code":2500,"reason":"insufficient state"}}}' },
          {
            kind: 'end',
            summary: 'unsubscribe news: insufficient state (2500)',
            channel: 'news',
            failure: { code: '2500', message: 'insufficient state' },
          },
        ],
        [
          { in: '{"push":{"disconnect":{"code":3503,"reason":"force disconnect"}}}' },
          {
            kind: 'end',
            summary: 'disconnect: force disconnect (3503)',
            failure: { code: '3503', message: 'force disconnect' },
          },
        ],
      ],
    },
    {
      shows: 'reads a connection that goes one way',
      url: 'wss://a.test/connection/uni_websocket',
      wire: [
        [{ out: '{"token":"eyJ"}' }, { kind: 'event', name: 'connect', summary: 'connect with a token' }],
        [{ in: '{"connect":{"client":"c","version":"6","ping":25}}' }, { kind: 'control' }],
        [{ in: '{"channel":"news","pub":{"data":1}}' }, { kind: 'event', summary: 'pub news', data: 1 }],
      ],
    },
    {
      shows: 'reads the pings of Protobuf and says that the rest is unreadable',
      accepted: 'centrifuge-protobuf',
      wire: [
        [{ out: Uint8Array.of(4, 8, 1, 34, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0) }, { kind: 'ping' }],
        [{ out: Uint8Array.of(0) }, { kind: 'pong' }],
      ],
    },
    {
      shows: 'says what it cannot read, and reads what was cut as far as it goes',
      wire: [
        [
          { in: '{"id":1,"error":{}}\n{"push":{"channel":"news","pub":{"da', isCut: true },
          { kind: 'response' },
          { name: 'cut' },
        ],
        [{ in: '{"push":{"channel":"news","pub":{"da', isCut: true }, 'unreadable'],
        [{ in: '{"id":1}' }, 'unreadable'],
        [{ in: '{"push":{}}' }, 'unreadable'],
        [{ out: '{"id":1,"method":1,"params":{}}' }, 'unreadable'],
        [{ in: 'hello' }, 'unreadable'],
        [{ in: '' }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { accepted: 'centrifuge-protobuf' },
    { offered: ['centrifuge-json'] },
    { url: 'wss://a.test/connection/websocket' },
    {
      url: 'wss://a.test/connection/websocket?cf_ws_frame_ping_pong=true',
      firstMessages: [toMessage({ out: CONNECT })],
    },
    { url: 'wss://a.test/live', firstMessages: [toMessage({ out: CONNECT }), toMessage({ in: CONNECTED })] },
    { url: 'wss://a.test/live', firstMessages: [toMessage({ in: CONNECTED })] },
  ],
  leaves: [
    { url: 'wss://a.test/connection/websocket', firstMessages: [toMessage({ in: '{"type":"hello"}' })] },
    { firstMessages: [toMessage({ out: '{"id":1,"connect":{},"type":"x"}' })] },
    { firstMessages: [toMessage({ in: '{"connect":{"ok":true}}' })] },
    { firstMessages: [toMessage({ in: '{}' })] },
  ],
});
