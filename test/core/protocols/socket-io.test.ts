import { encode } from '@msgpack/msgpack';
import { expect, it } from 'vitest';
import { socketIo } from '../../../core/protocols/socket-io';
import { describeProtocol, readAll, toMessage } from './protocol-table';

const URL = 'wss://a.test/socket.io/?EIO=4&transport=websocket';
const FILE = '451-["file",{"body":{"_placeholder":true,"num":0}}]';

/** As Engine.IO sends what is binary over a WebSocket until its revision 3. */
function typed(body: Uint8Array): Uint8Array {
  return Uint8Array.of(4, ...body);
}

it('keeps the first byte of an attachment that came over polling in revision 3', () => {
  const [event, attachment] = readAll(
    socketIo,
    [toMessage({ in: `51:${FILE}` }), toMessage({ in: '10:b4BwgJCg==' })],
    { url: 'https://a.test/socket.io/?EIO=3&transport=polling', pollingSocketId: 0 },
  );
  expect(event).toMatchObject([{ name: 'file' }]);
  expect(attachment).toMatchObject([{ data: ['file', { body: Uint8Array.of(7, 8, 9, 10) }] }]);
});

describeProtocol(socketIo, {
  conversations: [
    {
      shows: 'reads a session with a login, an event with an answer, and the end',
      url: URL,
      wire: [
        [{ in: '0{"sid":"a","pingInterval":25000}' }, { kind: 'control', summary: 'open, ping every 25 s' }],
        [{ out: '40{"token":"x"}' }, { kind: 'request', summary: 'CONNECT with auth', callId: 'CONNECT /' }],
        [{ in: '40{"sid":"b"}' }, { kind: 'response', summary: 'CONNECT accepted', replyTo: 'CONNECT /' }],
        [
          { out: '427["save",{"id":1}]' },
          { kind: 'event', summary: 'event save', callId: '/ 7', data: [{ id: 1 }] },
        ],
        [{ in: '437["ok"]' }, { kind: 'response', summary: 'answer to 7', replyTo: '/ 7', data: ['ok'] }],
        [{ in: '2' }, { kind: 'ping' }],
        [{ out: '3' }, { kind: 'pong' }],
        [{ in: '41' }, { kind: 'end', summary: 'DISCONNECT: the server ends it' }],
      ],
    },
    {
      shows: 'reads a session of Socket.IO 1.0, over the Engine.IO of that time',
      url: 'wss://a.test/socket.io/?EIO=2&transport=websocket',
      wire: [
        [
          { in: '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":60000}' },
          { kind: 'control', summary: 'open, ping every 25 s' },
        ],
        [{ in: '40' }, { summary: 'CONNECT accepted' }],
        [{ out: '421["save",{"id":1}]' }, { kind: 'event', summary: 'event save', callId: '/ 1' }],
        [{ in: '431["ok"]' }, { kind: 'response', replyTo: '/ 1', data: ['ok'] }],
        [
          { in: typed(encode({ type: 5, nsp: '/', data: ['file', Uint8Array.of(1)] })) },
          { kind: 'event', summary: 'event file', data: [Uint8Array.of(1)] },
        ],
        [{ in: '44"Not authorized"' }, { summary: 'CONNECT refused: Not authorized' }],
      ],
    },
    {
      shows: 'reads a refusal in both forms, with its namespace',
      url: URL,
      wire: [
        [{ out: '40/admin,' }, { summary: 'CONNECT /admin', channel: '/admin' }],
        [
          { in: '44/admin,{"message":"invalid_session_api_key"}' },
          {
            kind: 'response',
            summary: 'CONNECT /admin refused: invalid_session_api_key',
            replyTo: 'CONNECT /admin',
            failure: { code: 'invalid_session_api_key', message: 'invalid_session_api_key', retry: 'no' },
          },
        ],
        [{ in: '44"Unable to connect"' }, { summary: 'CONNECT refused: Unable to connect' }],
        [
          { in: '44' },
          { summary: 'CONNECT refused: no reason given', failure: { message: '', retry: 'no' } },
        ],
      ],
    },
    {
      shows: 'tells an event that carries an error, under whatever name',
      url: URL,
      wire: [
        [
          { in: '42["oh_event",{"error":true}]' },
          { summary: 'event oh_event, error: true', failure: { message: '' } },
        ],
        [
          { in: '42["oh_event",{"error":true,"message":"No LLM key"}]' },
          { kind: 'event', summary: 'event oh_event, error: No LLM key', failure: { message: 'No LLM key' } },
        ],
        [{ in: '42/a,["x",{"error":{"message":"no"}}]' }, { summary: 'event x in /a, error: no' }],
        [{ in: '42["oh_event",{"error":false}]' }, { summary: 'event oh_event' }],
      ],
    },
    {
      shows: 'puts the attachments of an event back, each direction for itself',
      url: URL,
      wire: [
        [{ out: FILE }, { kind: 'event', summary: 'event file, 1 attachment to follow' }],
        [
          { in: '452-["pair",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]' },
          { name: 'pair' },
        ],
        [
          { in: Uint8Array.of(1) },
          { name: 'attachment', summary: 'attachment 1 of 2 of event pair, 1 bytes' },
        ],
        [
          { out: Uint8Array.of(7, 8) },
          {
            summary: 'attachment 1 of 1 of event file, 2 bytes',
            data: ['file', { body: Uint8Array.of(7, 8) }],
          },
        ],
        [{ in: Uint8Array.of(2) }, { data: ['pair', Uint8Array.of(1), Uint8Array.of(2)] }],
        [{ in: Uint8Array.of(9) }, { kind: 'data', summary: 'binary message, 1 bytes' }],
      ],
    },
    {
      shows: 'takes the byte off that revision 3 puts before an attachment',
      url: 'wss://a.test/socket.io/?EIO=3&transport=websocket',
      wire: [
        [{ in: '40' }, { kind: 'response', summary: 'CONNECT accepted' }],
        [{ in: FILE }, { name: 'file' }],
        [{ in: Uint8Array.of(4, 7, 8) }, { data: ['file', { body: Uint8Array.of(7, 8) }] }],
        [{ out: '2' }, { kind: 'ping' }],
        [{ in: '3' }, { kind: 'pong' }],
      ],
    },
    {
      shows: 'reads what the MessagePack parser writes',
      url: URL,
      wire: [
        [{ out: encode({ type: 0, nsp: '/', data: { token: 'x' } }) }, { summary: 'CONNECT with auth' }],
        [
          { in: encode({ type: 2, nsp: '/a', data: ['chat', 'hi'], id: 3 }) },
          { summary: 'event chat in /a', callId: '/a 3' },
        ],
        [{ in: encode({ type: 4, nsp: '/', data: { message: 'no' } }) }, { summary: 'CONNECT refused: no' }],
        [{ in: encode({ type: 77, nsp: '/' }) }, { kind: 'data' }],
        [{ in: encode({ some: 'map' }) }, { kind: 'data', summary: 'binary message, 10 bytes' }],
      ],
    },
    {
      shows: 'reads what the MessagePack parser writes over revision 3',
      url: 'wss://a.test/socket.io/?EIO=3&transport=websocket',
      wire: [
        [
          { in: typed(encode({ type: 2, nsp: '/', data: ['chat', 'hi'] })) },
          { kind: 'event', summary: 'event chat', data: ['hi'] },
        ],
        [{ in: Uint8Array.of(4, 9, 9) }, { kind: 'data', summary: 'binary message, 2 bytes' }],
      ],
    },
    {
      shows: 'says what a client would stop at with "parse error", and what was cut',
      url: URL,
      wire: [
        ...['4', '4x', '49', '41{"message":"no"}', '42{}', '42["connect"]', '42[', '45-[]', 'hello'].map(
          (text) => [{ in: text }, 'unreadable'] as const,
        ),
        [{ in: '42["big",{"a":"bbb', isCut: true }, { summary: 'event big (cut)' }],
      ],
    },
  ],
  recognises: [
    { url: URL },
    { url: 'wss://a.test/any?EIO=4', firstMessages: [toMessage({ in: '0{}' }), toMessage({ out: '40' })] },
    {
      url: 'https://a.test/x?EIO=3&transport=polling',
      firstMessages: [toMessage({ in: '8:0{"a":1}2:40' })],
      pollingSocketId: 0,
    },
  ],
  leaves: [
    { url: 'wss://a.test/socket.io/' },
    { url: 'wss://a.test/any?EIO=4' },
    { url: URL, firstMessages: [toMessage({ out: '4hello' })] },
  ],
});
