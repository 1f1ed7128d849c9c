import { JsonHubProtocol, MessageType, type HubMessage } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { describe, expect, it } from 'vitest';
import { signalr } from '../../../core/protocols/signalr';
import { describeProtocol, readAll, toMessage, type Conversation, type Sample } from './protocol-table';
import { linesOf } from './recording';

const HELLO = '{"protocol":"json","version":2}\x1e';
const ACCEPTED = '{}\x1e';
const PING = '{"type":6}\x1e';

/** A whole conversation, as the client library itself writes it. */
const SAID = [
  [
    'out',
    { type: MessageType.Invocation, invocationId: '0', target: 'Send', arguments: [{ text: 'hi' }] },
    { kind: 'request', name: 'Send', summary: 'invoke Send, call 0', callId: '0', data: [{ text: 'hi' }] },
  ],
  [
    'in',
    { type: MessageType.Invocation, target: 'Message', arguments: ['hi', 1] },
    { kind: 'event', name: 'Message', summary: 'event Message', data: ['hi', 1] },
  ],
  [
    'in',
    { type: MessageType.Completion, invocationId: '0', result: 42 },
    { kind: 'response', summary: 'call 0 done', replyTo: '0', data: 42 },
  ],
  [
    'in',
    {
      type: MessageType.Completion,
      invocationId: '1',
      error: "Failed to invoke 'X' because user is unauthorized",
    },
    {
      kind: 'error',
      summary: "call 1 failed: Failed to invoke 'X' because user is unauthorized",
      replyTo: '1',
      failure: {
        code: 'because user is unauthorized',
        message: "Failed to invoke 'X' because user is unauthorized",
      },
    },
  ],
  [
    'out',
    { type: MessageType.StreamInvocation, invocationId: '2', target: 'Count', arguments: [3] },
    { kind: 'request', summary: 'stream Count, call 2', callId: '2' },
  ],
  [
    'in',
    { type: MessageType.StreamItem, invocationId: '2', item: { n: 1 } },
    { kind: 'data', summary: 'item of stream 2', replyTo: '2', data: { n: 1 } },
  ],
  [
    'out',
    { type: MessageType.CancelInvocation, invocationId: '2' },
    { kind: 'control', summary: 'cancel call 2' },
  ],
  ['out', { type: MessageType.Ping }, { kind: 'keep-alive', summary: 'ping' }],
  ['in', { type: MessageType.Ack, sequenceId: 300 }, { kind: 'control', summary: 'ack up to 300' }],
  [
    'out',
    { type: MessageType.Sequence, sequenceId: 70_000 },
    { kind: 'control', summary: 'goes on with message 70000' },
  ],
] satisfies readonly [keyof Sample, HubMessage, Conversation['wire'][number][1]][];

const json = new JsonHubProtocol();
const msgpack = new MessagePackHubProtocol();

function toBytes(written: string | ArrayBuffer): Uint8Array {
  return typeof written === 'string' ? new TextEncoder().encode(written) : new Uint8Array(written);
}

function wireOf(write: (message: HubMessage) => string | Uint8Array): Conversation['wire'] {
  return SAID.map(([way, message, packet]) => [{ [way]: write(message) }, packet]);
}

describeProtocol(signalr, {
  conversations: [
    {
      shows: 'reads all that the JSON protocol of the client library writes',
      wire: [
        [{ out: HELLO }, { kind: 'request', summary: 'handshake: json, version 2', callId: 'handshake' }],
        [{ in: ACCEPTED }, { kind: 'response', summary: 'handshake accepted', replyTo: 'handshake' }],
        ...wireOf((message) => json.writeMessage(message)),
      ],
    },
    {
      shows: 'reads all that the MessagePack protocol of the client library writes',
      wire: [
        [
          { out: '{"protocol":"messagepack","version":2}\x1e' },
          { summary: 'handshake: messagepack, version 2' },
        ],
        [{ in: toBytes(ACCEPTED) }, { kind: 'response', summary: 'handshake accepted' }],
        ...wireOf((message) => toBytes(msgpack.writeMessage(message))),
      ],
    },
    {
      shows: 'reads the refusal of a handshake, as text and as bytes',
      wire: [
        [
          { in: '{"error":"The protocol \'messagepack\' is not supported."}\x1e' },
          {
            kind: 'end',
            summary: "handshake refused: The protocol 'messagepack' is not supported.",
            failure: {
              code: 'is not supported',
              message: "The protocol 'messagepack' is not supported.",
              retry: 'no',
            },
          },
        ],
      ],
    },
    {
      shows: 'reads how the server closes, and whether it lets the client back',
      wire: [
        [{ in: '{"type":7}\x1e' }, { kind: 'end', summary: 'close: the server ends it, for good' }],
        [
          { in: '{"type":7,"error":"Connection closed with an error.","allowReconnect":true}\x1e' },
          {
            kind: 'end',
            summary: 'close: the server ends it, and lets it come back: Connection closed with an error.',
            failure: {
              code: 'Connection closed with an error',
              message: 'Connection closed with an error.',
              retry: 'yes',
            },
            data: { allowReconnect: true },
          },
        ],
        [{ out: '{"type":7}\x1e' }, { summary: 'close: the client ends it' }],
        // The specification's samples: [7, "xyz"] and [7, "xyz", true].
        [
          { in: Uint8Array.of(6, 0x92, 7, 0xa3, 0x78, 0x79, 0x7a) },
          { failure: { message: 'xyz', retry: 'no' } },
        ],
        [
          { in: Uint8Array.of(7, 0x93, 7, 0xa3, 0x78, 0x79, 0x7a, 0xc3) },
          { failure: { message: 'xyz', retry: 'yes' } },
        ],
      ],
    },
    {
      shows: 'takes several records out of one message, the handshake among them',
      wire: [
        [
          { in: `${ACCEPTED}${PING}{"type":1,"target":"A","arguments":[]}\x1e` },
          { summary: 'handshake accepted' },
          { kind: 'keep-alive' },
          { summary: 'event A' },
        ],
        [{ out: Uint8Array.of(2, 0x91, 6, 2, 0x91, 6) }, { kind: 'keep-alive' }, { kind: 'keep-alive' }],
      ],
    },
    {
      shows: 'puts a record together that comes in several messages',
      wire: [
        [{ in: '{"type":1,"tar' }, { kind: 'data', summary: 'part of a record, 14 so far' }],
        [{ out: PING }, { kind: 'keep-alive' }],
        [{ in: 'get":"A","argu' }, { summary: 'part of a record, 28 so far' }],
        [{ in: 'ments":[]}\x1e{"type"' }, { summary: 'event A' }, { summary: 'part of a record, 7 so far' }],
        [{ in: ':6}\x1e' }, { kind: 'keep-alive' }],
        [{ in: Uint8Array.of(2, 0x91) }, { summary: 'part of a record, 2 so far' }],
        [{ in: Uint8Array.of(6, 0x85) }, { kind: 'keep-alive' }, { summary: 'part of a record, 1 so far' }],
        [{ in: Uint8Array.of(0x80) }, { summary: 'part of a record, 2 so far' }],
        // The length is 0x85 0x80 0x00 in three messages: 5, for [9, 300] in four more.
        [{ in: Uint8Array.of(0) }, { summary: 'part of a record, 3 so far' }],
        [{ in: Uint8Array.of(0x92) }, { summary: 'part of a record, 4 so far' }],
        [{ in: Uint8Array.of(9, 0xcd) }, { summary: 'part of a record, 6 so far' }],
        [{ in: Uint8Array.of(1) }, { summary: 'part of a record, 7 so far' }],
        [{ in: Uint8Array.of(0x2c) }, { summary: 'goes on with message 300' }],
      ],
    },
    {
      shows: 'names what was cut, and starts anew behind it',
      wire: [
        [{ in: '{"type":1,"target":"Big","arguments":["xxx', isCut: true }, { summary: 'event Big (cut)' }],
        [{ in: '{"arguments":["xxx', isCut: true }, { summary: 'part of a record, 18 of it kept' }],
        [{ in: PING }, { kind: 'keep-alive' }],
        [{ in: Uint8Array.of(100, 0x91), isCut: true }, { summary: 'part of a record, 2 of it kept' }],
        [{ in: Uint8Array.of(2, 0x91, 6) }, { kind: 'keep-alive' }],
      ],
    },
    {
      shows: 'says what a client would stop at, and reads on',
      wire: [
        ...[
          '',
          'hello',
          '\x1e',
          '{}{}\x1e',
          '{"type":1}\x1e',
          '{"type":3}\x1e',
          '{"type":0}\x1e',
          '[]\x1e',
        ].map((text) => [{ in: text }, 'unreadable'] as const),
        ...[[], [0], [1, 0xc1], [1, 0x06], [2, 0x91, 0xa0], [0xff, 0xff, 0xff, 0xff, 0xff]].map(
          (bytes) => [{ in: Uint8Array.from(bytes) }, 'unreadable'] as const,
        ),
        [{ in: '{"type":12}\x1e' }, { kind: 'control', summary: 'message of type 12' }],
        [{ in: PING }, { kind: 'keep-alive' }],
      ],
    },
  ],
  recognises: [
    { url: 'wss://a.test/chatHub?id=x', firstMessages: [toMessage({ out: HELLO })] },
    {
      firstMessages: [
        toMessage({ out: new TextEncoder().encode('{"protocol":"blazorpack","version":1}\x1e') }),
      ],
    },
    { firstMessages: [toMessage({ in: PING }), toMessage({ out: PING })] },
    { firstMessages: [toMessage({ in: Uint8Array.of(2, 0x91, 6) })] },
  ],
  leaves: [
    {},
    { firstMessages: [toMessage({ in: '{"type":6}' })] },
    { firstMessages: [toMessage({ in: '{"type":"a"}\x1e' })] },
    { firstMessages: [toMessage({ out: '{"protocol":"json","version":1}' })] },
    { firstMessages: [toMessage({ in: Uint8Array.of(2, 0x91) })] },
  ],
});

describe('a record of SignalR', () => {
  it('is waited for up to a mebibyte, and takes time for each piece alone', () => {
    const piece = 'x'.repeat(100);
    const samples: Sample[] = [{ in: '{"type":1,"target":"' }];
    for (let index = 0; index < 20_000; index += 1) samples.push({ in: piece });
    const lines = linesOf(readAll(signalr, samples.map(toMessage)));
    expect(lines[10_000]).toBe('part of a record, 1000020 so far');
    expect(lines.at(-1)).toBe('unreadable');
  });

  it('of bytes is waited for as long, and no longer', () => {
    // A length of 1,000,000, then of 2,000,000.
    const begun = readAll(signalr, [toMessage({ in: Uint8Array.of(0xc0, 0x84, 0x3d, 1) })]);
    expect(linesOf(begun)).toEqual(['part of a record, 4 so far']);
    const refused = readAll(signalr, [toMessage({ in: Uint8Array.of(0x80, 0x89, 0x7a, 1) })]);
    expect(refused).toEqual(['unreadable']);
  });
});
