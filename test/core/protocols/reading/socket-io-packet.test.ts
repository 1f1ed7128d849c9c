import fc from 'fast-check';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { decodeSocketIo, reassemble } from '../../../../core/protocols/reading/socket-io-packet';

/** As it stands in an Engine.IO message, which begins with 4. */
const read = (text: string) => decodeSocketIo(text.slice(1));

describe('Socket.IO', () => {
  it('gives up on JSON that is nested deeper than anything can walk', () => {
    const deep = `44{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(read(deep)).toBeUndefined();
  });

  it.each([
    ['40', { type: 'connect', namespace: '/', data: undefined }],
    ['40{"sid":"b"}', { type: 'connect', namespace: '/', data: { sid: 'b' } }],
    ['40/admin,', { type: 'connect', namespace: '/admin' }],
    ['40/admin?token=secret,', { type: 'connect', namespace: '/admin' }],
    ['41', { type: 'disconnect', namespace: '/' }],
    ['41/admin,', { type: 'disconnect', namespace: '/admin' }],
    [
      '44{"message":"invalid_session_api_key"}',
      { type: 'connect-error', namespace: '/', reason: 'invalid_session_api_key', data: undefined },
    ],
    [
      '44/admin,"Unable to connect"',
      { type: 'connect-error', namespace: '/admin', reason: 'Unable to connect', data: undefined },
    ],
    [
      '44/adm,{"message":"nope","data":[{"a":1},2]}',
      { type: 'connect-error', namespace: '/adm', reason: 'nope', data: [{ a: 1 }, 2] },
    ],
    ['44{}', { type: 'connect-error', namespace: '/', reason: '{}', data: undefined }],
    ['44', { type: 'connect-error', namespace: '/', reason: '', data: undefined }],
    [
      '42["oh_event",{"id":1}]',
      { type: 'event', namespace: '/', event: 'oh_event', args: [{ id: 1 }], attachments: 0 },
    ],
    ['42/chat,7["say"]', { type: 'event', namespace: '/chat', event: 'say', args: [], ackId: 7 }],
    ['437[1]', { type: 'ack', namespace: '/', ackId: 7, args: [1] }],
    ['451-["file",{"_placeholder":true,"num":0}]', { type: 'event', event: 'file', attachments: 1 }],
    [
      '461-/chat,3[{"_placeholder":true,"num":0}]',
      { type: 'ack', namespace: '/chat', ackId: 3, attachments: 1 },
    ],
  ])('reads %s', (text, packet) => {
    expect(read(text)).toMatchObject(packet);
  });

  it('reads the name of an event whose body was cut', () => {
    expect(decodeSocketIo('2/chat,["say \\"hi\\"",{"text":"aaaa', true)).toMatchObject({
      type: 'event',
      namespace: '/chat',
      event: 'say \\"hi\\"',
    });
    expect(decodeSocketIo('52-["file",{"_placeho', true)).toMatchObject({ event: 'file', attachments: 2 });
    expect(decodeSocketIo('0{"sid', true)).toBeUndefined();
  });

  it('puts attachments back into their places', () => {
    const text = '51-["file",{"name":"a.txt","body":{"_placeholder":true,"num":0}}]';
    expect(reassemble(text, [Uint8Array.of(1, 2)])).toEqual([
      'file',
      { name: 'a.txt', body: Uint8Array.of(1, 2) },
    ]);
    expect(reassemble(text, [])).toBeUndefined();
    expect(reassemble('51-["file",{"_placeholder":true,"num":7}]', [Uint8Array.of(1)])).toBeUndefined();
  });

  it.each(['4', '4x', '49', '41{"message":"no"}', '42{}', '42["connect"]', '42[', '45-[]'])(
    'cannot read "%s", as no client can',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('never throws', () => {
    const nearlyPackets = fc.tuple(
      fc.constantFrom('4', '40', '42', '44', '45', '4/', '42/a,', '451-'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nearlyPackets.map((parts) => parts.join('')),
        ),
        fc.boolean(),
        (text, isCut) => {
          expect(() => decodeSocketIo(text, isCut)).not.toThrow();
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('reads back every event that the official encoder writes', () => {
    const name = fc.string({ minLength: 1 }).filter((event) => !RESERVED.includes(event));
    fc.assert(
      fc.property(name, fc.jsonValue(), (event, argument) => {
        const [text] = new Encoder().encode({
          type: PacketType.EVENT,
          nsp: '/room',
          data: [event, argument],
        }) as string[];
        expect(read(`4${text ?? ''}`)).toMatchObject({ type: 'event', namespace: '/room', event });
      }),
    );
  });
});

const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];
