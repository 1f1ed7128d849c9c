import fc from 'fast-check';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { socketIo } from '../../../core/protocols/socket-io';
import { binaryMessage, textMessage } from './message';

const read = (text: string) => socketIo.decode(textMessage(text));

describe('Socket.IO', () => {
  it('gives up on JSON that is nested deeper than anything can walk', () => {
    const deep = `44{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(read(deep)).toBe('unreadable');
  });

  it.each([
    ['40', { type: 'connect', namespace: '/' }, 'CONNECT'],
    ['40{"sid":"b"}', { type: 'connect', namespace: '/' }, 'CONNECT'],
    ['40/admin,', { type: 'connect', namespace: '/admin' }, 'CONNECT /admin'],
    ['40/admin?token=secret,', { type: 'connect', namespace: '/admin' }, 'CONNECT /admin'],
    ['41', { type: 'disconnect', namespace: '/' }, 'DISCONNECT'],
    ['41/admin,', { type: 'disconnect', namespace: '/admin' }, 'DISCONNECT /admin'],
    [
      '44{"message":"invalid_session_api_key"}',
      { type: 'connect-error', namespace: '/', reason: 'invalid_session_api_key', data: undefined },
      'CONNECT refused: invalid_session_api_key',
    ],
    [
      '44/admin,"Unable to connect"',
      { type: 'connect-error', namespace: '/admin', reason: 'Unable to connect', data: undefined },
      'CONNECT /admin refused: Unable to connect',
    ],
    [
      '44/adm,{"message":"nope","data":[{"a":1},2]}',
      { type: 'connect-error', namespace: '/adm', reason: 'nope', data: [{ a: 1 }, 2] },
      'CONNECT /adm refused: nope',
    ],
    ['44{}', { type: 'connect-error', namespace: '/', reason: '{}', data: undefined }, 'CONNECT refused: {}'],
    [
      '44',
      { type: 'connect-error', namespace: '/', reason: '', data: undefined },
      'CONNECT refused: no reason given',
    ],
    [
      '42["oh_event",{"id":1}]',
      { type: 'event', namespace: '/', event: 'oh_event', args: [{ id: 1 }] },
      'event oh_event',
    ],
    ['42/chat,7["say"]', { type: 'event', namespace: '/chat', event: 'say', args: [] }, 'event say in /chat'],
    ['437[1]', { type: 'ack', namespace: '/', ackId: 7 }, 'answer to 7'],
  ])('reads %s', (text, packet, summary) => {
    expect(read(text)).toEqual({ packet, summary });
  });

  it('reads an event whose attachments follow as messages of their own', () => {
    const event = '451-["file",{"_placeholder":true,"num":0}]';
    expect(read(event)).toMatchObject({ packet: { type: 'event', event: 'file' }, summary: 'event file' });
    expect(read('461-/chat,3[{"_placeholder":true,"num":0}]')).toMatchObject({
      summary: 'answer to 3 in /chat',
    });
  });

  it('reads the name of an event whose body was cut', () => {
    const cut = textMessage('42/chat,["say \\"hi\\"",{"text":"aaaa', { isCut: true });
    expect(socketIo.decode(cut)).toMatchObject({
      packet: { namespace: '/chat' },
      summary: 'event say \\"hi\\" in /chat (cut)',
    });
  });

  it.each(['4', '4x', '49', '41{"message":"no"}', '42{}', '42["connect"]', '42[', '45-[]'])(
    'cannot read "%s", as no client can',
    (text) => {
      expect(read(text)).toBe('unreadable');
    },
  );

  it('leaves what is not its own', () => {
    for (const text of ['2', '3probe', '0{}', 'hello', '']) expect(read(text)).toBe('not-mine');
    expect(socketIo.decode(binaryMessage(3))).toBe('not-mine');
  });

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
          expect(() => socketIo.decode(textMessage(text, { isCut }))).not.toThrow();
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
        expect(read(`4${text ?? ''}`)).toMatchObject({
          packet: { type: 'event', namespace: '/room', event },
        });
      }),
    );
  });
});

const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];
