import type { MessageEventRecord } from '../../../../core/capture/event';
import { binaryMessage, textMessage } from '../message';
import { describe, expect, it } from 'vitest';
import { sessionIdIn, splitPayload, toPackets } from '../../../../core/protocols/reading/engine-io-payload';

describe('splitPayload', () => {
  it.each([
    ['one packet', '2', ['2']],
    [
      'several of protocol 4',
      '40{"sid":"x"}\x1e2\x1e42["chat","a:b"]',
      ['40{"sid":"x"}', '2', '42["chat","a:b"]'],
    ],
    ['several of protocol 3', '2:40' + '13:42["chat",1]', ['40', '42["chat",1]']],
    ['protocol 3 counts UTF-16 units', '6:42["é"]', ['42["é"', ']']],
    ['a length that lies', '900:42["chat"]', ['42["chat"]']],
    ['a broken rest', '1:2nonsense', ['2', 'nonsense']],
    ['nothing', '', ['']],
  ])('splits %s', (_what, body, packets) => {
    expect(splitPayload(body)).toEqual(packets);
  });
});

describe('sessionIdIn', () => {
  it('finds the id in the opening of either protocol', () => {
    expect(sessionIdIn('0{"sid":"lv_VI97HAXpY6yYWAAAB","upgrades":["websocket"]}')).toBe(
      'lv_VI97HAXpY6yYWAAAB',
    );
    expect(sessionIdIn('20:0{"sid":"abc","a":1}2:40')).toBe('abc');
  });
  it('takes no id from a later packet: Socket.IO has ids of its own', () => {
    expect(sessionIdIn('40{"sid":"namespace-id"}')).toBeUndefined();
  });
});

describe('toPackets', () => {
  const POLLING = 0;
  const read = (message: MessageEventRecord) =>
    toPackets(message, POLLING).map(({ text, bytes }) => text ?? bytes);

  it('leaves a message of a WebSocket as it is', () => {
    const message = textMessage('4a\x1e4b');
    expect(toPackets(message, undefined)).toEqual([message]);
    expect(toPackets(message, 7)).toEqual([message]);
  });

  it('turns base64 of either revision into bytes', () => {
    expect(read(textMessage('42["a"]\x1ebAQID\x1e2'))).toEqual(['42["a"]', Uint8Array.of(1, 2, 3), '2']);
    expect(read(textMessage('6:b4AQID1:2'))).toEqual([Uint8Array.of(1, 2, 3), '2']);
    expect(read(textMessage('b!'))).toEqual(['b!']);
  });

  it('keeps the mark of a cut on the last packet, and reads no base64 out of it', () => {
    const packets = toPackets(textMessage('2\x1ebAQID', { isCut: true }), POLLING);
    expect(packets.map(({ text, isCut }) => [text, isCut])).toEqual([
      ['2', false],
      ['bAQID', true],
    ]);
  });

  it('splits a binary body of revision 3', () => {
    const text = new TextEncoder().encode('42["a"]');
    const body = Uint8Array.from([0, 7, 255, ...text, 1, 4, 255, 4, 1, 2, 3]);
    expect(read({ ...binaryMessage(body.length), bytes: body })).toEqual(['42["a"]', Uint8Array.of(1, 2, 3)]);
  });

  it('ends at a binary body that lies about its lengths', () => {
    for (const lie of [[7, 7, 7], [0, 255], [0, 9, 9, 9, 255, 1], [1, 0, 255], []]) {
      const body = Uint8Array.from(lie);
      expect(() => read({ ...binaryMessage(body.length), bytes: body })).not.toThrow();
    }
  });
});
