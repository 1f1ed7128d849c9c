import { describe, expect, it } from 'vitest';
import { sessionIdIn, splitPayload } from '../../../core/protocols/engine-io-payload';

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
