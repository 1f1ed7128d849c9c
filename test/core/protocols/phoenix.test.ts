import { phoenix } from '../../../core/protocols/phoenix';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'wss://a.test/socket/websocket?token=x&vsn=2.0.0';
const SUPABASE = 'wss://p.supabase.co/realtime/v1/websocket?apikey=k&vsn=2.0.0';

describeProtocol(phoenix, {
  conversations: [
    {
      // What phoenix.js 1.8.16 writes, recorded; the answers as `v2_json_serializer.ex` writes them.
      shows: 'reads joins, pushes with their replies, heartbeats and the end of a channel',
      url: URL,
      offered: ['phoenix', 'base64url.bearer.phx.c2VjcmV0'],
      isWhole: true,
      wire: [
        [
          { out: '["3","3","room:lobby","phx_join",{"a":1}]' },
          {
            kind: 'request',
            name: 'phx_join',
            summary: 'join room:lobby',
            channel: 'room:lobby',
            callId: '3',
            data: { a: 1 },
          },
        ],
        [
          { in: '["3","3","room:lobby","phx_reply",{"status":"ok","response":{}}]' },
          { kind: 'response', summary: 'answer to 3 in room:lobby: ok', replyTo: '3' },
        ],
        [
          { out: '["3","4","room:lobby","new_msg",{"body":"hi"}]' },
          { kind: 'request', summary: 'push new_msg in room:lobby', callId: '4' },
        ],
        [
          { in: '[null,null,"room:lobby","new_msg",{"body":"hi"}]' },
          { kind: 'event', summary: 'event new_msg in room:lobby', data: { body: 'hi' } },
        ],
        [{ in: '["3",null,"room:lobby","presence_state",{}]' }, { kind: 'event', name: 'presence_state' }],
        [{ out: '[null,"7","phoenix","heartbeat",{}]' }, { kind: 'ping', summary: 'heartbeat', callId: '7' }],
        [
          { in: '[null,"7","phoenix","phx_reply",{"status":"ok","response":{}}]' },
          { kind: 'pong', summary: 'heartbeat answered', replyTo: '7' },
        ],
        [
          { in: '["3","3","room:lobby","phx_error",{}]' },
          {
            kind: 'error',
            summary: 'room:lobby crashed on the server',
            failure: { code: 'phx_error', message: '' },
          },
        ],
        [
          { out: '["3","6","room:lobby","phx_leave",{}]' },
          { kind: 'request', summary: 'leave room:lobby', callId: '6' },
        ],
        [{ in: '["3","3","room:lobby","phx_close",{}]' }, { kind: 'end', summary: 'room:lobby is closed' }],
      ],
    },
    {
      shows: 'tells a refused join by the word that the server gives',
      url: URL,
      isWhole: true,
      wire: [
        [
          { in: '["1","1","rom:1","phx_reply",{"status":"error","response":{"reason":"unmatched topic"}}]' },
          {
            kind: 'response',
            summary: 'answer to 1 in rom:1: error, unmatched topic',
            replyTo: '1',
            failure: { code: 'unmatched topic', message: 'unmatched topic' },
          },
        ],
        [
          { in: '["1","1","room:1","phx_reply",{"status":"error","response":{}}]' },
          { summary: 'answer to 1 in room:1: error, no reason given', failure: { message: '' } },
        ],
      ],
    },
    {
      shows: 'reads serializer 1.0.0, in which names stand before the values',
      url: 'ws://a.test/socket/websocket?vsn=1.0.0',
      isWhole: true,
      wire: [
        [
          { out: '{"topic":"room:1","event":"phx_join","payload":{},"ref":"1","join_ref":"1"}' },
          { kind: 'request', callId: '1' },
        ],
        [
          { in: '{"topic":"room:1","event":"phx_reply","payload":{"status":"ok","response":{}},"ref":"1"}' },
          { kind: 'response', replyTo: '1' },
        ],
        [
          { in: '{"topic":"room:1","event":"new","payload":{"a":1},"ref":null}' },
          { kind: 'event', name: 'new' },
        ],
      ],
    },
    {
      // Kind, lengths of join_ref, ref, topic and event (a byte each), the texts, the payload.
      shows: 'reads binary pushes, replies and broadcasts, each direction in its own layout',
      url: URL,
      isWhole: true,
      wire: [
        [
          { out: bytes('0001010a043335726f6f6d3a6c6f62627966696c65010203') },
          { kind: 'request', summary: 'push file in room:lobby', callId: '5', data: Uint8Array.of(1, 2, 3) },
        ],
        [
          { in: Uint8Array.from([1, 1, 1, 1, 2, ...ascii('35tok'), 9]) },
          {
            kind: 'response',
            summary: 'answer to 5 in t: ok',
            replyTo: '5',
            data: { status: 'ok', response: Uint8Array.of(9) },
          },
        ],
        [
          { in: Uint8Array.from([0, 1, 1, 3, ...ascii('3tbin'), 7]) },
          { kind: 'event', name: 'bin', channel: 't', data: Uint8Array.of(7) },
        ],
        [
          { in: Uint8Array.from([2, 1, 3, ...ascii('tbin'), 7]) },
          { kind: 'event', name: 'bin', channel: 't', data: Uint8Array.of(7) },
        ],
        [{ in: Uint8Array.from([2, 1, 3, ...ascii('tbin')]), isCut: true }, { name: 'bin' }],
      ],
    },
    {
      // What LiveView sends under an event of its own.
      shows: "names LiveView's events, and its stale pages",
      url: 'wss://a.test/live/websocket?_csrf_token=x&_track_static=&_mounts=0&vsn=2.0.0',
      isWhole: true,
      wire: [
        [{ out: '["4","4","lv:phx-F","phx_join",{"url":"https://a.test/"}]' }, { summary: 'join lv:phx-F' }],
        [
          { out: '["4","6","lv:phx-F","event",{"type":"click","event":"inc","value":{}}]' },
          { summary: 'push event inc in lv:phx-F', callId: '6' },
        ],
        [
          { in: '["4","6","lv:phx-F","phx_reply",{"status":"ok","response":{"diff":{"0":"1"}}}]' },
          { replyTo: '6' },
        ],
        [
          { in: '["5","5","lv:phx-F","phx_reply",{"status":"error","response":{"reason":"stale"}}]' },
          { failure: { code: 'stale', message: 'stale' } },
        ],
      ],
    },
    {
      // Written by @supabase/realtime-js 2.109.0, recorded; the server's texts from realtime_channel.ex.
      shows: "reads Supabase's joins, refusals, system messages and binary broadcasts",
      url: SUPABASE,
      isWhole: true,
      wire: [
        [
          {
            out: '["6","6","realtime:room1","phx_join",{"config":{"broadcast":{"ack":true},"presence":{"key":"","enabled":false},"postgres_changes":[],"private":false}}]',
          },
          { summary: 'join realtime:room1' },
        ],
        [
          {
            in: '["6","6","realtime:room1","phx_reply",{"status":"error","response":{"reason":"InvalidJWTToken: Token has expired 3 seconds ago"}}]',
          },
          {
            replyTo: '6',
            failure: {
              code: 'InvalidJWTToken',
              message: 'InvalidJWTToken: Token has expired 3 seconds ago',
            },
          },
        ],
        [
          {
            in: '["6",null,"realtime:room1","system",{"message":"Subscribed to PostgreSQL","status":"ok","extension":"postgres_changes","channel":"room1"}]',
          },
          { kind: 'control', summary: 'system, realtime:room1: Subscribed to PostgreSQL' },
        ],
        [
          {
            in: '["6",null,"realtime:room1","system",{"message":"Too many messages per second","status":"error","extension":"system","channel":"room1"}]',
          },
          {
            kind: 'error',
            failure: { code: 'Too many messages per second', message: 'Too many messages per second' },
          },
        ],
        [
          { out: bytes('0301010e06000131337265616c74696d653a726f6f6d31637572736f727b2278223a317d') },
          {
            kind: 'request',
            summary: 'push broadcast cursor in realtime:room1',
            callId: '3',
            data: { type: 'broadcast', event: 'cursor', payload: { x: 1 } },
          },
        ],
        [
          { out: bytes('0301010e03000031347265616c74696d653a726f6f6d31696d670908') },
          { callId: '4', data: { type: 'broadcast', event: 'img', payload: Uint8Array.of(9, 8) } },
        ],
        [
          { in: Uint8Array.from([4, 1, 1, 0, 1, ...ascii('te{"x":1}')]) },
          {
            kind: 'event',
            summary: 'event broadcast e in t',
            data: { type: 'broadcast', event: 'e', payload: { x: 1 } },
          },
        ],
      ],
    },
    {
      shows: 'leaves other arrays and objects, and says what it cannot read',
      url: URL,
      wire: [
        [{ in: '[1,2,3]' }, 'not-mine'],
        [{ in: '["1","1",5,"e",{}]' }, 'not-mine'],
        [{ in: '{"topic":"a"}' }, 'not-mine'],
        [{ in: 'hello' }, 'not-mine'],
        [{ in: '["1","1","t","e",{}]["1","2","t","e",{}]' }, 'not-mine'],
        [{ in: '["1","1","t","e",{"a":"aaa', isCut: true }, 'unreadable'],
        [{ in: Uint8Array.of(0, 200, 1, 1, 1) }, 'unreadable'],
        [{ in: Uint8Array.of(9, 1, 1) }, 'unreadable'],
        [{ in: new Uint8Array() }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { url: URL },
    { url: SUPABASE },
    { url: 'ws://a.test/x', firstMessages: [toMessage({ out: '[null,"1","room:1","phx_join",{}]' })] },
  ],
  leaves: [
    { url: 'wss://a.test/websocket' },
    { url: 'wss://a.test/api?vsn=2.0.0' },
    { url: 'ws://a.test/x', firstMessages: [toMessage({ in: '[null,"1","room:1","phx_join",{}]' })] },
    {
      url: 'ws://a.test/x',
      firstMessages: [toMessage({ out: '{"topic":"a","event":"b","payload":{},"ref":1}' })],
    },
  ],
});

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
