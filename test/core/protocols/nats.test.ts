import { nats } from '../../../core/protocols/nats';
import { describeProtocol, toMessage } from './protocol-table';

const bytes = (text: string) => new TextEncoder().encode(text);
const INFO =
  'INFO {"server_id":"NDBK5A","server_name":"n1","version":"2.11.4","proto":1,"go":"go1.24","host":"0.0.0.0","port":4222,"headers":true,"auth_required":true,"max_payload":1048576,"client_id":5,"nonce":"abc"} \r\n';
const CONNECT =
  'CONNECT {"protocol":1,"version":"3.4.0","lang":"nats.js","verbose":false,"pedantic":false,"user":"joe","pass":"secret","headers":true,"no_responders":true}\r\nPING\r\n';

describeProtocol(nats, {
  conversations: [
    {
      shows: 'reads a session with a request and its answer, and says no login',
      wire: [
        [
          { in: bytes(INFO) },
          {
            kind: 'control',
            name: 'INFO',
            summary: 'INFO of n1, 2.11.4, login required',
            data: { max_payload: 1_048_576 },
          },
        ],
        [
          { out: bytes(CONNECT) },
          {
            kind: 'control',
            name: 'CONNECT',
            summary: 'CONNECT, nats.js, 3.4.0, with a login',
            data: { verbose: false },
          },
          { kind: 'ping' },
        ],
        [{ in: bytes('PONG\r\n') }, { kind: 'pong' }],
        [
          { out: bytes('SUB _INBOX.Xy1.* 1\r\nPUB time _INBOX.Xy1.7 11\r\n{"zone":1}\n\r\n') },
          { kind: 'control', summary: 'SUB _INBOX.Xy1.* 1', channel: '_INBOX.Xy1.*' },
          { kind: 'request', summary: 'PUB time, 11 bytes', callId: '_INBOX.Xy1.7', data: { zone: 1 } },
        ],
        [
          { in: bytes('MSG _INBOX.Xy1.7 1 4\r\nnoon\r\n') },
          { kind: 'response', summary: 'MSG _INBOX.Xy1.7, 4 bytes', replyTo: '_INBOX.Xy1.7', data: 'noon' },
        ],
        [
          { out: bytes('HPUB a.b $JS.ACK.x 18 23\r\nNATS/1.0\r\nA: b\r\n\r\nhello\r\n') },
          { kind: 'event', summary: 'HPUB a.b, 5 bytes', channel: 'a.b', data: 'hello' },
        ],
        [
          { in: bytes('HMSG _INBOX.Xy1.8 1 16 16\r\nNATS/1.0 503\r\n\r\n\r\n') },
          {
            kind: 'response',
            summary: 'HMSG _INBOX.Xy1.8, status 503 (nobody answers this subject), 0 bytes',
            failure: { code: '503', message: 'nobody answers this subject' },
          },
        ],
        [
          {
            in: bytes('HMSG a 1 31 31\r\nNATS/1.0 100 Idle Heartbeat\r\n\r\n\r\n'),
          },
          { summary: 'HMSG a, status 100 (Idle Heartbeat), 0 bytes' },
        ],
        [
          { in: bytes('MSG svc.time 2 _INBOX.other.1 2\r\n{}\r\n') },
          { kind: 'request', summary: 'MSG svc.time, 2 bytes', callId: '_INBOX.other.1', data: {} },
        ],
        [{ out: bytes('PUB _INBOX.other.1 0\r\n\r\n') }, { kind: 'response', replyTo: '_INBOX.other.1' }],
        [{ out: bytes('UNSUB 1 5\r\n') }, { summary: 'UNSUB 1 5' }],
        [{ in: bytes('PING\r\n+OK\r\n') }, { kind: 'ping' }, { kind: 'control', summary: 'ok' }],
        [{ in: bytes('INFO {"server_id":"a","ldm":true}\r\n') }, { summary: 'INFO of a, shuts down soon' }],
      ],
    },
    {
      shows: 'reads errors by their unchanging words',
      wire: [
        [
          { in: bytes("-ERR 'Authorization Violation'\r\n") },
          {
            kind: 'error',
            summary: 'error: Authorization Violation',
            failure: { code: 'authorization violation', message: 'Authorization Violation' },
          },
        ],
        [
          { in: bytes('-ERR \'Permissions Violation for Publish to "a.b"\'\r\n') },
          {
            failure: {
              code: 'permissions violation',
              message: 'Permissions Violation for Publish to "a.b"',
            },
          },
        ],
        [
          { in: bytes("-err 'Secure Connection - TLS Required'\r\n") },
          {
            failure: {
              code: 'secure connection - tls required',
              message: 'Secure Connection - TLS Required',
            },
          },
        ],
        [{ in: bytes('-ERR\r\n') }, { failure: { code: '', message: '' } }],
      ],
    },
    {
      shows: 'reads operations however they are split, and text as well as bytes',
      wire: [
        [{ in: INFO.slice(0, 3) }, { kind: 'data', name: 'part' }],
        [{ in: INFO.slice(3, 40) }, { name: 'part' }],
        [
          { in: `${INFO.slice(40)}MSG a 1 8\r\nhe` },
          { name: 'INFO' },
          { summary: 'part of a packet, 13 of 21 bytes so far' },
        ],
        [{ out: 'PI' }, { name: 'part' }],
        [{ in: 'l\r\nlo' }, { name: 'part' }],
        [{ out: 'NG\r\n' }, { kind: 'ping' }],
        [{ in: '!\r\nPONG\r\n' }, { channel: 'a', data: 'hel\r\nlo!' }, { kind: 'pong' }],
      ],
    },
    {
      shows: 'says what was cut and what is no operation',
      wire: [
        [{ in: 'MSG a 1 100\r\nhel', isCut: true }, { summary: 'MSG a, 3 bytes (cut)' }],
        [{ in: 'HELLO\r\n' }, 'unreadable'],
        [{ in: '{"a":1}' }, 'unreadable'],
        [{ in: 'MSG a one\r\n' }, 'unreadable'],
        [{ in: 'MSG a 1 2\r\nabcdef\r\n' }, 'unreadable'],
        [{ in: 'PINGS\r\n' }, 'unreadable'],
        [{ in: 'PIN\r\n' }, 'unreadable'],
        [{ in: '' }, 'not-mine'],
      ],
    },
  ],
  recognises: [
    { firstMessages: [toMessage({ in: bytes(INFO) })] },
    { firstMessages: [toMessage({ in: INFO })] },
    { firstMessages: [toMessage({ out: bytes(CONNECT) })] },
  ],
  leaves: [
    { firstMessages: [toMessage({ out: INFO })] },
    { firstMessages: [toMessage({ in: 'INFO {"a":1}' })] },
    { firstMessages: [toMessage({ in: 'PING\r\n' })] },
    { firstMessages: [toMessage({ out: 'CONNECT\naccept-version:1.2\n\n\0' })] },
  ],
});
