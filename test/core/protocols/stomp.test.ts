import { stomp } from '../../../core/protocols/stomp';
import { describeProtocol, toMessage } from './protocol-table';

const CONNECT =
  'CONNECT\naccept-version:1.0,1.1,1.2\nheart-beat:10000,10000\nlogin:guest\npasscode:secret\n\n\0';
const CONNECTED =
  'CONNECTED\nserver:RabbitMQ/4.1.0\nsession:session-x\nheart-beat:10000,10000\nversion:1.2\n\n\0\n';
const bytes = (text: string) => new TextEncoder().encode(text);

describeProtocol(stomp, {
  conversations: [
    {
      shows: 'reads a session of 1.2 with its receipts and heartbeats, and says no login',
      accepted: 'v12.stomp',
      wire: [
        [
          { out: CONNECT },
          {
            kind: 'request',
            name: 'CONNECT',
            summary: 'CONNECT with a login, STOMP 1.0,1.1,1.2',
            callId: 'CONNECT',
            data: { version: '1.0,1.1,1.2', sendsEveryMs: 10_000, expectsEveryMs: 10_000 },
          },
        ],
        [
          { in: CONNECTED },
          {
            kind: 'response',
            summary: 'CONNECT accepted, STOMP 1.2',
            replyTo: 'CONNECT',
            data: { server: 'RabbitMQ/4.1.0' },
          },
        ],
        [
          { out: 'SUBSCRIBE\nid:sub-0\ndestination:/topic/a\nreceipt:r1\n\n\0' },
          { kind: 'request', summary: 'SUBSCRIBE /topic/a', channel: '/topic/a', callId: 'receipt r1' },
        ],
        [{ in: 'RECEIPT\nreceipt-id:r1\n\n\0' }, { kind: 'response', replyTo: 'receipt r1' }],
        [
          { out: 'SEND\ndestination:/topic/a\ncontent-length:9\n\n{"n":"ü"}\0' },
          { summary: 'SEND /topic/a, 10 bytes' },
        ],
        [
          {
            out: 'SEND\ndestination:/topic/a\ncontent-type:application/json\ncontent-length:10\n\n{"n":"ü"}\0',
          },
          { kind: 'event', summary: 'SEND /topic/a, 10 bytes', channel: '/topic/a', data: { n: 'ü' } },
        ],
        [
          { in: 'MESSAGE\ndestination:/queue/a\\cb\nmessage-id:1\nsubscription:sub-0\n\nhello\0' },
          { kind: 'event', summary: 'MESSAGE /queue/a:b, 5 bytes', channel: '/queue/a:b', data: 'hello' },
        ],
        [{ in: '\n' }, { kind: 'keep-alive' }],
        [{ out: '\r\n' }, { kind: 'keep-alive' }],
        [{ out: 'ACK\nid:1\n\n\0' }, { kind: 'control', summary: 'ACK 1' }],
        [{ out: 'BEGIN\ntransaction:tx1\n\n\0' }, { kind: 'control', summary: 'BEGIN tx1' }],
        [{ out: 'UNSUBSCRIBE\nid:sub-0\n\n\0' }, { kind: 'control', summary: 'UNSUBSCRIBE sub-0' }],
        [
          { in: 'ERROR\nreceipt-id:r2\nmessage:malformed frame received\n\nThe message:\n-----\0' },
          {
            kind: 'error',
            summary: 'ERROR: malformed frame received: The message:',
            replyTo: 'receipt r2',
            failure: { code: 'malformed frame received', message: 'malformed frame received: The message:' },
          },
        ],
        [
          { out: 'DISCONNECT\nreceipt:77\n\n\0' },
          { kind: 'end', summary: 'DISCONNECT: the client ends it', callId: 'receipt 77' },
        ],
      ],
    },
    {
      shows: 'reads a refused login as the answer to CONNECT',
      wire: [
        [{ out: 'STOMP\naccept-version:1.2\nhost:/\n\n\0' }, { summary: 'CONNECT, STOMP 1.2' }],
        [
          {
            in: "ERROR\nmessage:Bad CONNECT\ncontent-type:text/plain\nversion:1.0,1.1,1.2\ncontent-length:32\n\nAccess refused for user 'guest'\n\0",
          },
          {
            kind: 'end',
            summary: "CONNECT refused: Bad CONNECT: Access refused for user 'guest'",
            replyTo: 'CONNECT',
            failure: { code: 'Bad CONNECT', message: "Bad CONNECT: Access refused for user 'guest'" },
          },
        ],
        [{ in: 'ERROR\n\n\0' }, { summary: 'CONNECT refused: no reason given' }],
      ],
    },
    {
      shows: 'unescapes as the version says, and takes the first of two headers',
      wire: [
        [{ in: 'CONNECTED\nversion:1.2\nserver:a\\cb\n\n\0' }, { data: { server: 'a\\cb' } }],
        [
          { in: 'MESSAGE\r\ndestination:a\\\\c\\r\\n\\x\r\ndestination:b\r\n\r\n\0' },
          { channel: 'a\\c\r\n\\x' },
        ],
      ],
    },
    {
      shows: 'unescapes nothing in 1.0',
      wire: [
        [{ in: 'CONNECTED\nsession:1\n\n\0' }, { summary: 'CONNECT accepted, STOMP 1.0' }],
        [{ in: 'MESSAGE\ndestination:a\\cb\n\n\0' }, { channel: 'a\\cb' }],
      ],
    },
    {
      shows: 'reads several frames in a message and one over several, text and bytes alike',
      wire: [
        [
          { out: `${CONNECT}\nSEND\ndestination:a\n\none\0\n\nSEND\ndestination:b\n\ntw` },
          { name: 'CONNECT' },
          { channel: 'a', data: 'one' },
          { kind: 'data', name: 'part', summary: 'part of a packet, 22 bytes so far' },
        ],
        [{ in: 'CONN' }, { name: 'part' }],
        [{ out: bytes('o\0') }, { channel: 'b', data: 'two' }],
        [{ in: 'ECTED\nversion:1.1\n' }, { name: 'part' }],
        [{ in: '\n\0' }, { summary: 'CONNECT accepted, STOMP 1.1' }],
        [
          { in: bytes('MESSAGE\ndestination:c\ncontent-length:5\n\na\0b') },
          { summary: 'part of a packet, 43 of 46 bytes so far' },
        ],
        [{ in: bytes('\0c\0') }, { data: 'a\0b\0c' }],
      ],
    },
    {
      shows: 'says what was cut and what is no frame',
      wire: [
        [{ in: CONNECTED }, {}],
        [{ in: 'MESSAGE\ndestination:/a\n\nabc', isCut: true }, { summary: 'MESSAGE /a, 3 bytes (cut)' }],
        [{ in: 'MESSAGE\ndestination:/a', isCut: true }, { summary: 'MESSAGE /a, 0 bytes (cut)' }],
        [{ in: 'HELLO\n\n\0' }, 'unreadable'],
        [{ in: '{"a":1}' }, 'unreadable'],
        [{ in: 'MESSAGES\n\n\0' }, 'unreadable'],
        [{ in: '' }, 'not-mine'],
      ],
    },
  ],
  recognises: [
    { accepted: 'v12.stomp' },
    { accepted: 'v10.stomp', firstMessages: [toMessage({ in: '\n' })] },
    { offered: ['v12.stomp', 'v11.stomp'] },
    { firstMessages: [toMessage({ out: CONNECT })] },
    { firstMessages: [toMessage({ out: bytes(CONNECT) })] },
    { firstMessages: [toMessage({ in: CONNECTED })] },
  ],
  leaves: [
    { firstMessages: [toMessage({ in: CONNECT })] },
    { firstMessages: [toMessage({ out: 'CONNECT' })] },
    { firstMessages: [toMessage({ out: 'CONNECT me\na:b\n\n' })] },
    { firstMessages: [toMessage({ in: '\n' })] },
    { offered: ['v12.stomp'], firstMessages: [toMessage({ in: '{"a":1}' })] },
  ],
});
