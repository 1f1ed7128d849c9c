import { encode } from '@msgpack/msgpack';
import { wamp } from '../../../core/protocols/wamp';
import { describeProtocol, toMessage } from './protocol-table';

const HELLO =
  '[1,"realm1",{"roles":{"caller":{},"subscriber":{}},"authmethods":["ticket","wampcra"],"authid":"joe"}]';
const text = (...fields: unknown[]) => JSON.stringify(fields);
const bytes = (...fields: unknown[]) => encode(fields);
const batch = (...messages: Uint8Array[]) =>
  Uint8Array.from(messages.flatMap((message) => [0, 0, 0, message.length, ...message]));

describeProtocol(wamp, {
  conversations: [
    {
      shows: 'reads a session with a login, subscriptions, calls and the end',
      accepted: 'wamp.2.json',
      wire: [
        [
          { out: HELLO },
          {
            kind: 'request',
            name: 'HELLO',
            summary: 'HELLO to realm realm1, login by ticket or wampcra',
            callId: 'HELLO',
          },
        ],
        [
          { in: text(4, 'ticket', {}) },
          { kind: 'request', summary: 'CHALLENGE ticket', callId: 'CHALLENGE' },
        ],
        [
          { out: text(5, 'secret!!!', {}) },
          { kind: 'response', name: 'AUTHENTICATE', summary: 'AUTHENTICATE', replyTo: 'CHALLENGE' },
        ],
        [
          { in: text(2, 9129137332, { authrole: 'user', roles: { broker: {} } }) },
          { kind: 'response', summary: 'WELCOME, session 9129137332', replyTo: 'HELLO' },
        ],
        [
          { out: text(32, 713845233, {}, 'com.myapp.mytopic1') },
          { kind: 'request', summary: 'SUBSCRIBE com.myapp.mytopic1', callId: 'SUBSCRIBE 713845233' },
        ],
        [{ in: text(33, 713845233, 5512315355) }, { kind: 'response', replyTo: 'SUBSCRIBE 713845233' }],
        [
          { in: text(36, 5512315355, 4429313566, {}, ['Hello'], { a: 1 }) },
          {
            kind: 'event',
            summary: 'EVENT com.myapp.mytopic1',
            channel: 'com.myapp.mytopic1',
            data: { args: ['Hello'], named: { a: 1 } },
          },
        ],
        [{ in: text(36, 77, 1, {}) }, { summary: 'EVENT of subscription 77' }],
        [
          { out: text(34, 85346237, 5512315355) },
          { summary: 'UNSUBSCRIBE com.myapp.mytopic1', callId: 'UNSUBSCRIBE 85346237' },
        ],
        [{ in: text(35, 85346237) }, { replyTo: 'UNSUBSCRIBE 85346237' }],
        [
          { out: text(48, 7814135, {}, 'com.myapp.add2', [23, 7]) },
          { kind: 'request', summary: 'CALL com.myapp.add2', callId: 'CALL 7814135', data: [23, 7] },
        ],
        [{ in: text(50, 7814135, {}, [30]) }, { kind: 'response', replyTo: 'CALL 7814135', data: [30] }],
        [{ out: text(49, 7814135, {}) }, { kind: 'control', summary: 'CANCEL 7814135' }],
        [
          { in: text(8, 48, 7814136, {}, 'wamp.error.no_such_procedure', ['no callee']) },
          {
            kind: 'response',
            summary: 'CALL 7814136 failed: wamp.error.no_such_procedure: no callee',
            replyTo: 'CALL 7814136',
            failure: { code: 'wamp.error.no_such_procedure', message: 'no callee' },
          },
        ],
        [{ out: text(64, 1, {}, 'com.myapp.now') }, { callId: 'REGISTER 1' }],
        [{ in: text(65, 1, 2) }, { replyTo: 'REGISTER 1' }],
        [
          { in: text(68, 6131533, 2, {}, ['x']) },
          { kind: 'request', summary: 'INVOCATION com.myapp.now', callId: 'INVOCATION 6131533', data: ['x'] },
        ],
        [{ out: text(70, 6131533, {}, [1]) }, { kind: 'response', replyTo: 'INVOCATION 6131533' }],
        [{ out: text(16, 3, { acknowledge: true }, 'a.b', ['x']) }, { kind: 'event', callId: 'PUBLISH 3' }],
        [{ in: text(17, 3, 9) }, { kind: 'response', replyTo: 'PUBLISH 3' }],
        [
          { in: text(6, { message: 'The host is shutting down now.' }, 'wamp.close.system_shutdown') },
          {
            kind: 'end',
            summary: 'GOODBYE by the router: wamp.close.system_shutdown: The host is shutting down now.',
            failure: { code: 'wamp.close.system_shutdown', message: 'The host is shutting down now.' },
          },
        ],
        [
          { out: text(6, {}, 'wamp.close.goodbye_and_out') },
          { kind: 'end', summary: 'GOODBYE by the client: wamp.close.goodbye_and_out' },
        ],
      ],
    },
    {
      shows: 'reads a refused HELLO, and an ABORT of a session',
      accepted: 'wamp.2.json',
      wire: [
        [{ out: HELLO }, {}],
        [
          { in: text(3, { message: 'The realm does not exist.' }, 'wamp.error.no_such_realm') },
          {
            kind: 'end',
            summary: 'HELLO refused: wamp.error.no_such_realm: The realm does not exist.',
            replyTo: 'HELLO',
            failure: { code: 'wamp.error.no_such_realm', message: 'The realm does not exist.' },
          },
        ],
        [{ in: text(2, 1, {}) }, {}],
        [
          { in: text(3, {}, 'wamp.error.protocol_violation') },
          { kind: 'end', summary: 'ABORT by the router: wamp.error.protocol_violation' },
        ],
      ],
    },
    {
      shows: 'reads MessagePack',
      accepted: 'wamp.2.msgpack',
      wire: [
        [{ out: bytes(1, 'realm1', { roles: { caller: {} } }) }, { summary: 'HELLO to realm realm1' }],
        [{ in: bytes(2, 5, {}) }, { summary: 'WELCOME, session 5' }],
        [{ in: bytes(99) }, 'unreadable'],
        [{ in: Uint8Array.of(0xc1) }, 'unreadable'],
      ],
    },
    {
      shows: 'reads batches of both',
      accepted: 'wamp.2.json.batched',
      wire: [
        [
          { out: `${text(48, 1, {}, 'a')}\x1e${text(48, 2, {}, 'b')}\x1e` },
          { callId: 'CALL 1' },
          { callId: 'CALL 2' },
        ],
        [{ in: batch(bytes(50, 1, {}), bytes(50, 2, {})) }, { replyTo: 'CALL 1' }, { replyTo: 'CALL 2' }],
        [{ in: text(50, 1, {}) }, 'unreadable'],
        [{ in: Uint8Array.of(0, 0, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0, 0, 0, 9, 1) }, 'unreadable'],
        [{ in: '' }, 'unreadable'],
      ],
    },
    {
      shows: 'says what it cannot read',
      accepted: 'wamp.2.json',
      wire: [
        [{ in: '{"a":1}' }, 'unreadable'],
        [{ in: '[]' }, 'unreadable'],
        [{ in: '[7]' }, 'unreadable'],
        [{ in: '[48,1,{},"a",[', isCut: true }, 'unreadable'],
        [{ in: '[48]' }, { kind: 'request' }],
      ],
    },
  ],
  recognises: [
    { accepted: 'wamp.2.json' },
    { accepted: 'wamp.2.cbor.batched', firstMessages: [toMessage({ out: Uint8Array.of(0x83) })] },
    { offered: ['wamp.2.json', 'wamp.2.msgpack'] },
    { firstMessages: [toMessage({ out: HELLO })] },
    { firstMessages: [toMessage({ out: `${HELLO}\x1e` })] },
    { firstMessages: [toMessage({ out: bytes(1, 'realm1', { roles: {} }) })] },
  ],
  leaves: [
    { firstMessages: [toMessage({ in: HELLO })] },
    { firstMessages: [toMessage({ out: '[1,"realm1",{}]' })] },
    // OCPP 1.6 over JSON, which looks alike.
    { accepted: 'ocpp1.6', firstMessages: [toMessage({ out: '[2,"19223201","BootNotification",{}]' })] },
    { firstMessages: [toMessage({ out: '["1","2","topic","phx_join",{}]' })] },
  ],
});
