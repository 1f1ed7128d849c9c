import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseMessage } from '../../../core/protocols/summarise-message';
import { binaryMessage, textMessage } from './message';

const SOCKET_IO = 'wss://a.test/socket.io/?EIO=4&transport=websocket';
const PLAIN = 'wss://a.test/live';

describe('summariseMessage', () => {
  it.each([
    ['42["oh_event",{}]', 'event oh_event'],
    ['44{"message":"invalid_session_api_key"}', 'CONNECT refused: invalid_session_api_key'],
    ['2', 'ping'],
    ['hello', 'unreadable as Engine.IO: hello'],
    ['41{"message":"no"}', 'unreadable as Socket.IO: 41{"message":"no"}'],
  ])('names the packet in %s where Socket.IO is spoken', (text, summary) => {
    expect(summariseMessage(textMessage(text), SOCKET_IO)).toBe(summary);
  });

  it('shows the text itself elsewhere', () => {
    expect(summariseMessage(textMessage('42["oh_event",{}]'), PLAIN)).toBe('42["oh_event",{}]');
  });

  it('keeps to one line of at most 200 characters', () => {
    expect(summariseMessage(textMessage('a\n\n  b\tc'), PLAIN)).toBe('a b c');
    expect(summariseMessage(textMessage('x'.repeat(201)), PLAIN)).toBe(`${'x'.repeat(199)}…`);
    expect(summariseMessage(textMessage('x'.repeat(200)), PLAIN)).toBe('x'.repeat(200));
  });

  it('says kind and size of what has no text', () => {
    expect(summariseMessage(binaryMessage(12), PLAIN)).toBe('binary, 12 bytes');
    expect(summariseMessage(binaryMessage(12), SOCKET_IO)).toBe('attachment, 12 bytes');
    expect(summariseMessage(textMessage(''), PLAIN)).toBe('empty text');
    const withoutBody = { ...binaryMessage(3), format: 'text' as const };
    expect(summariseMessage(withoutBody, PLAIN)).toBe('text, 3 bytes, not kept');
    expect(summariseMessage(withoutBody, SOCKET_IO)).toBe('text, 3 bytes, not kept');
  });

  it('never throws and never says nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(SOCKET_IO, PLAIN, ''), (text, url) => {
        fc.pre(text.trim() !== '' || text === '');
        expect(summariseMessage(textMessage(text), url)).not.toBe('');
      }),
    );
  });
});
