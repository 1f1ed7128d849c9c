import { pusher } from '../../../core/protocols/pusher';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'wss://ws-eu.pusher.com/app/9ff05f5ec1a2?protocol=7&client=js&version=8.6.0&flash=false';
const ESTABLISHED =
  '{"event":"pusher:connection_established","data":"{\\"socket_id\\":\\"1234.1234\\",\\"activity_timeout\\":120}"}';

describeProtocol(pusher, {
  conversations: [
    {
      // What pusher-js 8.6.0 writes, recorded; the answers as in the protocol description.
      shows: 'reads the opening, subscriptions, events and heartbeats',
      url: URL,
      isWhole: true,
      wire: [
        [
          { in: ESTABLISHED },
          {
            kind: 'control',
            summary: 'connection established, ping after 120 s of silence',
            data: { socket_id: '1234.1234', activity_timeout: 120 },
          },
        ],
        [
          { out: '{"event":"pusher:subscribe","data":{"auth":"","channel":"my-channel"}}' },
          {
            kind: 'request',
            summary: 'subscribe to my-channel',
            channel: 'my-channel',
            callId: 'subscribe my-channel',
          },
        ],
        [
          {
            in: '{"event":"pusher_internal:subscription_succeeded","data":"{}","channel":"my-channel"}',
          },
          { kind: 'response', summary: 'subscribed to my-channel', replyTo: 'subscribe my-channel' },
        ],
        [
          { in: '{"event":"new-price","data":"{\\"price\\":7}","channel":"my-channel"}' },
          { kind: 'event', summary: 'event new-price in my-channel', data: { price: 7 } },
        ],
        [
          { out: '{"event":"client-typing","data":{"by":"ann"},"channel":"private-room"}' },
          { kind: 'event', summary: 'event client-typing in private-room', data: { by: 'ann' } },
        ],
        [
          {
            in: '{"event":"pusher_internal:member_added","data":"{\\"user_id\\":\\"2\\"}","channel":"presence-room"}',
          },
          { kind: 'event', channel: 'presence-room' },
        ],
        [
          { out: '{"event":"pusher:unsubscribe","data":{"channel":"my-channel"}}' },
          { kind: 'control', summary: 'unsubscribe from my-channel' },
        ],
        [{ out: '{"event":"pusher:ping","data":{}}' }, { kind: 'ping' }],
        [{ in: '{"event":"pusher:pong","data":"{}"}' }, { kind: 'pong' }],
      ],
    },
    {
      shows: 'reads a sign-in without its signature',
      url: URL,
      isWhole: true,
      wire: [
        [
          { out: '{"event":"pusher:signin","data":{"auth":"278d:58f1","user_data":"{\\"id\\":\\"12\\"}"}}' },
          { kind: 'request', summary: 'sign in', callId: 'sign in' },
        ],
        [
          { in: '{"event":"pusher:signin_success","data":{"user_data":"{\\"id\\":\\"12\\"}"}}' },
          { kind: 'response', summary: 'signed in', replyTo: 'sign in' },
        ],
      ],
    },
    {
      shows: 'tells errors with their code, as each server writes them',
      url: URL,
      isWhole: true,
      wire: [
        [
          {
            in: '{"event":"pusher:error","data":{"code":4001,"message":"App key 9ff05f5ec1a2 not in this cluster. Did you forget to specify the cluster?"}}',
          },
          {
            kind: 'error',
            summary:
              'error: App key 9ff05f5ec1a2 not in this cluster. Did you forget to specify the cluster? (4001)',
            failure: {
              code: '4001',
              message: 'App key 9ff05f5ec1a2 not in this cluster. Did you forget to specify the cluster?',
            },
          },
        ],
        [
          // Reverb writes the data as text.
          {
            in: '{"event":"pusher:error","data":"{\\"code\\":4009,\\"message\\":\\"Connection is unauthorized\\"}"}',
          },
          { failure: { code: '4009', message: 'Connection is unauthorized' } },
        ],
        [
          // Soketi.
          {
            in: '{"event":"pusher:subscription_error","channel":"private-room","data":{"type":"AuthError","error":"The connection is unauthorized.","status":401}}',
          },
          {
            kind: 'response',
            summary: 'subscription to private-room refused: The connection is unauthorized. (401)',
            replyTo: 'subscribe private-room',
            failure: { code: '401', message: 'The connection is unauthorized.' },
          },
        ],
        [
          { in: '{"event":"pusher:error","data":{"code":null,"message":"x"}}' },
          { summary: 'error: x', failure: { message: 'x' } },
        ],
        [{ in: '{"event":"pusher:error"}' }, { summary: 'error: no reason given' }],
      ],
    },
    {
      shows: 'cannot read what names no event',
      url: URL,
      wire: [
        [{ in: 'hello' }, 'unreadable'],
        [{ in: '{"data":"{}"}' }, 'unreadable'],
        [{ in: `${ESTABLISHED}${ESTABLISHED}` }, 'unreadable'],
        [{ in: '{"event":"big","data":"aaa', isCut: true }, 'unreadable'],
        [{ in: new Uint8Array([1]) }, 'unreadable'],
        [{ in: '{"event":"a","data":"no JSON"}' }, { data: 'no JSON', summary: 'event a' }],
      ],
    },
  ],
  recognises: [
    { url: URL },
    { url: 'ws://127.0.0.1:8080/app/laravel-key?protocol=7&client=js&version=8.4.0-rc2&flash=false' },
    { url: 'wss://a.test/behind/a/proxy', firstMessages: [toMessage({ in: ESTABLISHED })] },
  ],
  leaves: [
    { url: 'wss://a.test/app/x' },
    { url: 'wss://a.test/app/x/y?protocol=7' },
    { url: 'wss://a.test/live', firstMessages: [toMessage({ out: ESTABLISHED })] },
    {
      url: 'wss://a.test/live',
      firstMessages: [toMessage({ in: '{"event":"chat","data":"pusher:connection_established"}' })],
    },
  ],
});
