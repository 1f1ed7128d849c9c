import { jsonRpc } from '../../../core/protocols/json-rpc';
import { describeProtocol, toMessage } from './protocol-table';

describeProtocol(jsonRpc, {
  conversations: [
    {
      // vscode-jsonrpc 10.0.0 as a language client writes it.
      shows: 'reads calls of both sides with their answers, and notifications',
      isWhole: true,
      wire: [
        [
          { out: '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"processId":null}}' },
          {
            kind: 'request',
            name: 'initialize',
            summary: 'call initialize (0)',
            callId: '0',
            data: { processId: null },
          },
        ],
        [
          { in: '{"jsonrpc":"2.0","id":0,"result":{"capabilities":{}}}' },
          { kind: 'response', summary: 'answer to 0', replyTo: '0', data: { capabilities: {} } },
        ],
        [
          { out: '{"jsonrpc":"2.0","method":"initialized","params":{}}' },
          { kind: 'event', summary: 'notify initialized' },
        ],
        [
          { in: '{"jsonrpc":"2.0","id":0,"method":"workspace/configuration"}' },
          { kind: 'request', callId: '0' },
        ],
        [{ out: '{"jsonrpc":"2.0","id":0,"result":null}' }, { kind: 'response', replyTo: '0' }],
        [{ out: '{"jsonrpc":"2.0","id":1,"method":"nope"}' }, { callId: '1' }],
        [
          { in: '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Unhandled method nope"}}' },
          { replyTo: '1', failure: { code: '-32601', message: 'Unhandled method nope' } },
        ],
      ],
    },
    {
      shows: 'reads answers that leave the result or the error empty',
      isWhole: true,
      wire: [
        [{ in: '{"jsonrpc":"2.0","id":"a","method":"work"}' }, { kind: 'request', callId: 'a' }],
        [{ out: '{"jsonrpc":"2.0","id":"a"}' }, { kind: 'response', replyTo: 'a' }],
        [{ out: '{"jsonrpc":"2.0","id":1,"result":null,"error":null}' }, { kind: 'response', replyTo: '1' }],
      ],
    },
    {
      // https://www.jsonrpc.org/specification#examples
      shows: 'tells errors with their code, and whom they answer',
      isWhole: true,
      wire: [
        [{ out: '{"jsonrpc": "2.0", "method": "foobar", "id": "1"}' }, { callId: '1' }],
        [
          { in: '{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"}' },
          {
            kind: 'response',
            summary: 'error for 1: Method not found (-32601)',
            replyTo: '1',
            failure: { code: '-32601', message: 'Method not found' },
          },
        ],
        [
          { in: '{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}' },
          {
            kind: 'error',
            summary: 'error: Parse error (-32700)',
            failure: { code: '-32700', message: 'Parse error' },
          },
        ],
        [
          { in: '{"jsonrpc":"2.0","id":2,"error":"it broke"}' },
          { replyTo: '2', failure: { message: 'it broke' } },
        ],
      ],
    },
    {
      shows: 'reads a batch packet by packet',
      isWhole: true,
      wire: [
        [
          {
            out: `[
              {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
              {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
              {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
            ]`,
          },
          { kind: 'request', callId: '1', data: [1, 2, 4] },
          { kind: 'event', name: 'notify_hello' },
          { kind: 'request', callId: '9' },
        ],
        [
          {
            in: `[
              {"jsonrpc": "2.0", "result": 7, "id": "1"},
              {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
              {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}
            ]`,
          },
          { replyTo: '1', data: 7 },
          { kind: 'error' },
          { replyTo: '9' },
        ],
      ],
    },
    {
      shows: 'reads what Ethereum nodes send without being asked',
      isWhole: true,
      wire: [
        [
          { out: '{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["newHeads"]}' },
          { name: 'eth_subscribe', callId: '1' },
        ],
        [{ in: '{"jsonrpc":"2.0","id":1,"result":"0x9ce59a13059e417087c02d3236a0b1cc"}' }, { replyTo: '1' }],
        [
          {
            in: '{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"0x9ce59a13059e417087c02d3236a0b1cc","result":{"number":"0x1b4"}}}',
          },
          { kind: 'event', summary: 'notify eth_subscription' },
        ],
      ],
    },
    {
      shows: 'leaves what is another version or only speaks of it, and says what it cannot read',
      wire: [
        [{ in: '{"jsonrpc":"1.0","id":1,"result":5}' }, 'not-mine'],
        [{ in: '{"method":"a","id":1}' }, 'not-mine'],
        [{ in: '{"text":"use \\"jsonrpc\\": \\"2.0\\""}' }, 'not-mine'],
        [{ in: '[{"jsonrpc":"2.0","id":1,"result":5},{"a":1}]' }, 'not-mine'],
        [{ in: '[]' }, 'not-mine'],
        [{ in: '{"jsonrpc":"2.0"}' }, 'unreadable'],
        [{ in: '{"jsonrpc":"2.0","id":1,"result":"aaa', isCut: true }, 'unreadable'],
        [{ in: '{"jsonrpc":"2.0","id":1}{"jsonrpc":"2.0","id":2}' }, 'not-mine'],
        [{ in: new Uint8Array([0x7b, 0x7d]) }, 'not-mine'],
      ],
    },
  ],
  recognises: [
    {
      firstMessages: [
        toMessage({ in: 'hello' }),
        toMessage({ out: '{"jsonrpc":"2.0","id":"x","method":"ping"}' }),
      ],
    },
  ],
  leaves: [
    { firstMessages: [toMessage({ in: '{"method":"login","params":["a"],"id":1}' })] },
    { firstMessages: [toMessage({ in: '42["jsonrpc",{"jsonrpc":"2.0"}]' })] },
  ],
});
