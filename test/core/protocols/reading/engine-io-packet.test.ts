import { describe, expect, it } from 'vitest';
import {
  decodeEngineIo,
  isEngineIoAddress,
  revisionOf,
} from '../../../../core/protocols/reading/engine-io-packet';
import { binaryMessage, textMessage } from '../message';

describe('an Engine.IO address', () => {
  it('is known by its query, whatever the path', () => {
    expect(isEngineIoAddress('wss://a.test/any/path?room=1&EIO=4&transport=websocket')).toBe(true);
    expect(isEngineIoAddress('wss://a.test/socket.io/')).toBe(false);
    expect(isEngineIoAddress('wss://a.test/?xEIO=4')).toBe(false);
    expect(isEngineIoAddress('EIO=4 is no address')).toBe(false);
  });

  it('tells the revision', () => {
    expect(revisionOf('wss://a.test/?EIO=3')).toBe(3);
    expect(revisionOf('wss://a.test/?EIO=x')).toBe(0);
  });
});

describe('an Engine.IO packet', () => {
  it('tells at the opening what the server announces', () => {
    const text = '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":4194304}';
    expect(decodeEngineIo(textMessage(text))).toEqual({
      type: 'open',
      opening: { pingIntervalMs: 25_000, pingTimeoutMs: 20_000, maxPayloadBytes: 4_194_304 },
    });
  });

  it.each(['', '7', 'hello', 'bAAAA', '0', '0{', '0[]{}', '0null'])('is not "%s"', (text) => {
    expect(decodeEngineIo(textMessage(text))).toBeUndefined();
  });

  it('may be binary', () => {
    expect(decodeEngineIo(binaryMessage(12))).toEqual({ type: 'binary', sizeBytes: 12 });
  });
});
