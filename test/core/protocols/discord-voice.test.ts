import { discordVoice } from '../../../core/protocols/discord-voice';
import { describeProtocol } from './protocol-table';

const url = 'wss://sweetwater-12345.discord.media:2048/?v=8';

describeProtocol(discordVoice, {
  conversations: [
    {
      shows: 'reads a session with its heartbeats',
      url,
      wire: [
        [
          { in: '{"op":8,"d":{"v":8,"heartbeat_interval":41250}}' },
          { kind: 'control', summary: 'hello, heartbeat every 41.25 s' },
        ],
        [
          { out: '{"op":0,"d":{"server_id":"4","user_id":"1","session_id":"s","token":"x"}}' },
          { kind: 'request', summary: 'identify', callId: 'session' },
        ],
        [
          { in: '{"op":2,"d":{"ssrc":1,"ip":"127.0.0.1","port":1234,"modes":[]}}' },
          { kind: 'response', summary: 'ready', replyTo: 'session' },
        ],
        [{ out: '{"op":3,"d":{"t":1501184119561,"seq_ack":10}}' }, { kind: 'ping' }],
        [{ in: '{"op":6,"d":{"t":1501184119561}}' }, { kind: 'pong' }],
        [{ out: '{"op":5,"d":{"speaking":5,"delay":0,"ssrc":1}}' }, { kind: 'request', summary: 'Speaking' }],
        [{ in: '{"op":13,"d":{"user_id":"1"},"seq":3}' }, { kind: 'event', summary: 'Client Disconnect' }],
        [{ out: '{"op":7,"d":{"seq_ack":10}}' }, { kind: 'request', summary: 'resume' }],
        [{ in: '{"op":9,"d":null}' }, { kind: 'response', summary: 'resumed', replyTo: 'session' }],
      ],
    },
    {
      shows: 'names the binary messages of the encryption, and what is new',
      url,
      wire: [
        [{ in: Uint8Array.of(0, 1, 25, 9, 9) }, { kind: 'data', summary: 'DAVE MLS External Sender' }],
        [{ out: Uint8Array.of(26, 9, 9) }, { kind: 'data', summary: 'DAVE MLS Key Package' }],
        [{ in: '{"op":20,"d":{}}' }, { kind: 'event', summary: 'op 20' }],
        [{ in: '{"op":4,"d":{"mode":"a', isCut: true }, { summary: 'Session Description (cut)' }],
        [{ in: Uint8Array.of(0, 1) }, 'unreadable'],
        [{ out: Uint8Array.of(99) }, 'unreadable'],
        ...['', 'hello', '{}', '[]'].map((text) => [{ in: text }, 'unreadable'] as const),
      ],
    },
  ],
  recognises: [{ url }],
  leaves: [{ url: 'wss://gateway.discord.gg/?v=10' }, { url: 'wss://discord.media.evil.test/' }],
});
