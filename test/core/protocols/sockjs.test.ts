import { describe, expect, it } from 'vitest';
import { identify } from '../../../core/protocols/identify';
import { sockJs } from '../../../core/protocols/sockjs';
import { describeProtocol, readAll, toMessage, toOpening } from './protocol-table';
import { recordSockJs, type SockJsRecording } from './sockjs-peers';

const URL = 'wss://a.test/chat/123/5vbf2k0z/websocket';

describeProtocol(sockJs, {
  conversations: [
    {
      shows: 'reads frames, and what is inside as the protocol that it is',
      url: URL,
      isWhole: true,
      wire: [
        [{ in: 'o' }, { kind: 'control', summary: 'open' }],
        [
          { out: '["{\\"jsonrpc\\":\\"2.0\\",\\"id\\":1,\\"method\\":\\"add\\"}"]' },
          { kind: 'request', summary: 'call add (1)', callId: '1' },
        ],
        [{ in: 'h' }, { kind: 'keep-alive', summary: 'heartbeat' }],
        [
          {
            in: 'a["{\\"jsonrpc\\":\\"2.0\\",\\"id\\":1,\\"result\\":3}","{\\"jsonrpc\\":\\"2.0\\",\\"method\\":\\"hi\\"}"]',
          },
          { kind: 'response', replyTo: '1' },
          { kind: 'event', summary: 'notify hi' },
        ],
        [{ in: 'm"not JSON-RPC"' }, { kind: 'data', summary: 'not JSON-RPC' }],
        [
          { in: 'c[3000,"Go away!"]' },
          {
            kind: 'end',
            summary: 'close 3000: Go away!',
            failure: { code: '3000', message: 'Go away!' },
          },
        ],
      ],
    },
    {
      // Spring and RabbitMQ put STOMP into SockJS.
      shows: 'reads STOMP inside, with what it remembers from frame to frame',
      url: URL,
      isWhole: true,
      wire: [
        [{ in: 'o' }, { name: 'open' }],
        [
          { out: '["CONNECT\\naccept-version:1.2\\nheart-beat:10000,10000\\n\\n\\u0000"]' },
          { name: 'CONNECT' },
        ],
        [{ in: 'a["CONNECTED\\nversion:1.2\\nheart-beat:0,0\\n\\n\\u0000"]' }, { name: 'CONNECTED' }],
        [
          { in: 'a["ERROR\\nmessage:Access denied\\n\\n\\u0000"]' },
          { kind: 'error', failure: { message: 'Access denied' } },
        ],
      ],
    },
    {
      shows: 'takes what nobody knows for plain messages, and application JSON for that',
      url: URL,
      isWhole: true,
      wire: [
        [{ in: 'o' }, { name: 'open' }],
        [{ out: '["hello"]' }, { kind: 'data', summary: 'hello' }],
        [{ in: 'a["a","b"]' }, { summary: 'a' }, { summary: 'b' }],
        [{ in: 'a[]' }, { kind: 'control', summary: 'no messages' }],
        [
          { in: 'c[1002,"Connection interrupted"]' },
          { failure: { code: '1002', message: 'Connection interrupted' } },
        ],
      ],
    },
    {
      shows: 'cannot read what is no frame',
      url: URL,
      wire: [
        [{ in: 'hello' }, 'unreadable'],
        [{ in: 'oo' }, 'unreadable'],
        [{ in: 'a["a"]a["b"]' }, 'unreadable'],
        [{ in: 'a[{"a":1}]' }, 'unreadable'],
        [{ in: 'a["aaa', isCut: true }, 'unreadable'],
        [{ in: 'c["3000"]' }, 'unreadable'],
        [{ in: 'c[3000]' }, { summary: 'close 3000: no reason given' }],
        [{ out: 'o' }, 'unreadable'],
        [{ in: '' }, 'unreadable'],
        [{ in: Uint8Array.of(0x6f) }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { url: URL },
    { url: 'ws://a.test/ws/srv1/3f0c9c52-8e9a/websocket', firstMessages: [toMessage({ in: 'o' })] },
    { url: URL, firstMessages: [toMessage({ in: 'a["seen from the middle on"]' })] },
  ],
  leaves: [
    // The raw address of the same server: no frames, and no session.
    { url: 'wss://a.test/chat/websocket', firstMessages: [toMessage({ in: 'o' })] },
    { url: URL, firstMessages: [toMessage({ in: 'hello' })] },
    { url: 'wss://a.test/api/v1/websocket' },
    { url: 'wss://a.test/socket/123/5vbf2k0z/websocket?vsn=2.0.0' },
  ],
});

describe('SockJS, between a real client and a real server', () => {
  it('reads the opening, messages of both sides and the end, whose code only the frame tells', async () => {
    const recording = await recordSockJs(
      (connection) => {
        connection.on('data', (text) => {
          if (text === 'bye') connection.close(3001, 'Too slow');
          else connection.write(`echo ${text}`);
        });
      },
      (client) => {
        client.send('{"a":1}');
        client.send('bye');
      },
    );
    const lines = linesOf(recording);
    expect(lines).toEqual(['open', '{"a":1}', 'bye', 'echo {"a":1}', 'close 3001: Too slow']);
    expect(recording.told).toEqual({ code: 3001, reason: 'Too slow' });
    expect(recording.closeCode).toBe(1000);
    expect(identify(openingOf(recording)).id).toBe('sockjs');
  });

  it('reads JSON-RPC inside it, paired by its ids', async () => {
    const recording = await recordSockJs(
      (connection) => connection.on('data', () => connection.write('{"jsonrpc":"2.0","id":7,"result":null}')),
      (client) => {
        client.onmessage = () => client.close();
        client.send('{"jsonrpc":"2.0","id":7,"method":"work"}');
      },
    );
    expect(linesOf(recording)).toEqual(['open', 'call work (7)', 'answer to 7']);
    expect(recording.told.code).toBe(1000);
  });
});

describe('SockJS', () => {
  it('remembers no more with each message', () => {
    const messages = Array.from({ length: 5_000 }, (_, index) =>
      toMessage(index % 2 === 0 ? { in: 'a["x"]' } : { out: '["x"]' }, index),
    );
    expect(readAll(sockJs, messages, { url: URL })).toHaveLength(5_000);
  });
});

function messagesOf({ samples }: SockJsRecording) {
  return samples.map((sample, index) => toMessage(sample, index));
}
function openingOf(recording: SockJsRecording) {
  return toOpening({ url: recording.url, firstMessages: messagesOf(recording).slice(0, 8) });
}
function linesOf(recording: SockJsRecording): string[] {
  const decodings = readAll(sockJs, messagesOf(recording), openingOf(recording));
  return decodings.map((decoding) =>
    typeof decoding === 'string' ? decoding : decoding.map(({ summary }) => summary).join(' · '),
  );
}
