import { describe, expect, it } from 'vitest';
import { engineIo } from '../../../core/protocols/engine-io';
import { binaryMessage, textMessage } from './message';

describe('Engine.IO', () => {
  it('is recognised by its query, whatever the path', () => {
    expect(engineIo.isSpokenAt('wss://a.test/any/path?room=1&EIO=4&transport=websocket')).toBe(true);
    expect(engineIo.isSpokenAt('wss://a.test/socket.io/')).toBe(false);
    expect(engineIo.isSpokenAt('wss://a.test/?xEIO=4')).toBe(false);
    expect(engineIo.isSpokenAt('not an address')).toBe(false);
  });

  it('reads what the server announces in its open packet', () => {
    const text = '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":4194304}';
    expect(engineIo.decode(textMessage(text))).toEqual({
      packet: {
        type: 'open',
        opening: { pingIntervalMs: 25_000, pingTimeoutMs: 20_000, maxPayloadBytes: 4_194_304 },
      },
      summary: 'open, ping every 25 s',
    });
  });

  it.each([
    ['1', 'close'],
    ['2', 'ping'],
    ['3', 'pong'],
    ['2probe', 'ping (probe)'],
    ['3probe', 'pong (probe)'],
    ['4hello', 'message'],
    ['5', 'upgrade'],
    ['6', 'noop'],
  ])('reads %s as %s', (text, summary) => {
    expect(engineIo.decode(textMessage(text))).toMatchObject({ summary });
  });

  it.each(['', '7', 'hello', 'bAAAA', '0', '0{', '0[]{}', '0null'])('cannot read "%s"', (text) => {
    expect(engineIo.decode(textMessage(text))).toBe('unreadable');
  });

  it('takes a binary message for an attachment', () => {
    expect(engineIo.decode(binaryMessage(12))).toEqual({
      packet: { type: 'binary', sizeBytes: 12 },
      summary: 'attachment, 12 bytes',
    });
  });
});
