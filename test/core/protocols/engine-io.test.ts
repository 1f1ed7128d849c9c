import { engineIo } from '../../../core/protocols/engine-io';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'wss://a.test/engine.io/?EIO=4&transport=websocket';

describeProtocol(engineIo, {
  conversations: [
    {
      shows: 'reads a session from its opening to its end',
      url: URL,
      wire: [
        [
          { in: '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}' },
          { kind: 'control', name: 'open', summary: 'open, ping every 25 s, at most 1000000 bytes a poll' },
        ],
        [{ in: '2' }, { kind: 'ping' }],
        [{ out: '3' }, { kind: 'pong' }],
        [{ out: '2probe' }, { kind: 'control', summary: 'ping (probe)' }],
        [{ in: '3probe' }, { kind: 'control', summary: 'pong (probe)' }],
        [{ out: '5' }, { kind: 'control', name: 'upgrade' }],
        [{ in: '6' }, { kind: 'control', name: 'noop' }],
        [{ in: '4hello' }, { kind: 'data', summary: 'message hello', data: 'hello' }],
        [{ in: new Uint8Array(3) }, { kind: 'data', summary: 'binary message, 3 bytes' }],
        [{ in: '1' }, { kind: 'end', summary: 'close: the server ends the session' }],
        [{ out: '1' }, { kind: 'end', summary: 'close: the client ends the session' }],
      ],
    },
    {
      shows: 'says what it cannot read',
      url: URL,
      wire: ['', '7', 'hello', 'bAAAA', '0', '0{', '0[]{}', '0null'].map((text) => [
        { in: text },
        'unreadable',
      ]),
    },
  ],
  recognises: [
    {
      url: 'wss://a.test/any/path?room=1&EIO=4&transport=websocket',
      firstMessages: [toMessage({ in: '4hello' })],
    },
    { url: URL, firstMessages: [] },
  ],
  leaves: [
    { url: 'wss://a.test/socket.io/' },
    { url: 'wss://a.test/?xEIO=4' },
    { url: 'not an address' },
    { url: URL, firstMessages: [toMessage({ in: '40{"sid":"b"}' })] },
  ],
});
