import { discordGateway } from '../../../core/protocols/discord-gateway';
import { describeProtocol, toMessage } from './protocol-table';

const url = 'wss://gateway.discord.gg/?v=10&encoding=json';
const HELLO = '{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["[\\"gateway-prd\\"]"]}}';

describeProtocol(discordGateway, {
  conversations: [
    {
      shows: 'reads a session from hello to the demand to come back',
      url,
      wire: [
        [{ in: HELLO }, { kind: 'control', summary: 'hello, heartbeat every 41.25 s' }],
        [{ out: '{"op":1,"d":null}' }, { kind: 'ping', summary: 'heartbeat' }],
        [{ in: '{"t":null,"s":null,"op":11,"d":null}' }, { kind: 'pong' }],
        [
          { out: '{"op":2,"d":{"token":"x","intents":513,"properties":{"os":"linux"}}}' },
          { kind: 'request', summary: 'identify', callId: 'session' },
        ],
        [
          { in: '{"t":"READY","s":1,"op":0,"d":{"v":10,"session_id":"a"}}' },
          { kind: 'response', summary: 'READY, event 1', replyTo: 'session' },
        ],
        [
          { in: '{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"content":"hi"}}' },
          {
            kind: 'event',
            name: 'MESSAGE_CREATE',
            summary: 'MESSAGE_CREATE, event 42',
            data: { content: 'hi' },
          },
        ],
        [{ in: '{"op":1,"d":null}' }, { kind: 'control', summary: 'heartbeat asked for' }],
        [{ out: '{"op":3,"d":{"status":"idle"}}' }, { kind: 'request', summary: 'Presence Update' }],
        [
          { in: '{"op":7,"d":null}' },
          { kind: 'end', summary: 'reconnect: the client must come back and resume at once' },
        ],
      ],
    },
    {
      shows: 'reads a resumption, granted and refused',
      url,
      wire: [
        [
          { out: '{"op":6,"d":{"token":"x","session_id":"a","seq":1337}}' },
          { kind: 'request', summary: 'resume after event 1337', callId: 'session' },
        ],
        [{ in: '{"t":"RESUMED","s":1338,"op":0,"d":{}}' }, { kind: 'response', replyTo: 'session' }],
        [
          { in: '{"op":9,"d":false}' },
          {
            kind: 'error',
            summary: 'invalid session: the client must identify anew',
            replyTo: 'session',
            failure: {
              code: '9 false',
              message: 'Invalid session, the client must identify anew',
              retry: 'after-renewal',
            },
          },
        ],
        [{ in: '{"op":9,"d":true}' }, { summary: 'invalid session: it may be resumed' }],
        [{ in: '{"op":9,"d":null}' }, { summary: 'invalid session: the client must identify anew' }],
      ],
    },
    {
      shows: 'names what was cut or is new, and says what it cannot read from here',
      url,
      wire: [
        [
          { in: '{"t":"GUILD_CREATE","s":3,"op":0,"d":{"name":"Lar', isCut: true },
          { summary: 'GUILD_CREATE, event 3 (cut)' },
        ],
        [{ in: '{"op":99,"d":{}}' }, { kind: 'event', summary: 'op 99' }],
        [{ in: '{"op":0,"d":{}}' }, { kind: 'event', summary: 'unnamed event' }],
        // zlib, as with `compress=zlib-stream`.
        [{ in: Uint8Array.of(0x78, 0xda, 0x34, 0xc9) }, 'unreadable'],
        ...['', 'hello', '{}', '{"op":"0"}', '[]', '{"op":0'].map(
          (text) => [{ in: text }, 'unreadable'] as const,
        ),
      ],
    },
  ],
  recognises: [
    { url },
    { url: 'wss://gateway-us-east1-b.discord.gg/?encoding=json&v=9&compress=zlib-stream' },
    { url: 'wss://proxy.test/', firstMessages: [toMessage({ in: HELLO })] },
  ],
  leaves: [
    { url: 'wss://gateway.discord.gg.evil.test/' },
    {
      url: 'wss://eu.discord.media/?v=8',
      firstMessages: [toMessage({ in: '{"op":8,"d":{"heartbeat_interval":1}}' })],
    },
    { firstMessages: [toMessage({ in: '{"op":10,"d":{}}' })] },
    { firstMessages: [toMessage({ out: HELLO })] },
  ],
});
