import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readStream,
  type Framing,
  type Pending,
  type Piece,
} from '../../../../core/protocols/reading/packet-stream';

/** A packet is its length in one byte and so many bytes; 255 begins none. Two bytes are needed to know. */
const framing: Framing = {
  extentAt(bytes, from) {
    if (bytes[from] === 255) return 'broken';
    return bytes.length - from < 2 ? 'more' : 1 + (bytes[from] ?? 0);
  },
  isTelling: () => true,
};

function readMessages(messages: readonly Uint8Array[]): Piece[] {
  let pending: Pending | undefined;
  return messages.flatMap((message) => {
    const reading = readStream(message, false, pending, framing);
    ({ pending } = reading);
    return reading.pieces;
  });
}

const packet = fc
  .uint8Array({ minLength: 1, maxLength: 40, max: 254 })
  .map((body) => Uint8Array.of(body.length, ...body));

describe('a stream of packets', () => {
  it('gives the same packets however it is split into messages', () => {
    fc.assert(
      fc.property(fc.array(packet), fc.array(fc.integer({ min: 1, max: 50 })), (packets, sizes) => {
        const stream = Uint8Array.from(packets.flatMap((one) => [...one]));
        const messages: Uint8Array[] = [];
        let at = 0;
        for (const size of [...sizes, stream.length]) {
          if (at < stream.length) messages.push(stream.subarray(at, at + size));
          at += size;
        }
        const pieces = readMessages(messages);
        expect(pieces.filter(({ kind }) => kind === 'broken' || kind === 'cut')).toEqual([]);
        const whole = pieces.flatMap((piece) => (piece.kind === 'whole' ? [[...piece.bytes]] : []));
        expect(whole).toEqual(packets.map((one) => [...one]));
      }),
    );
  });

  it('says how much of a packet is there', () => {
    expect(readMessages([Uint8Array.of(4), Uint8Array.of(1), Uint8Array.of(2, 3)])).toEqual([
      { kind: 'part', haveBytes: 1, neededBytes: undefined },
      { kind: 'part', haveBytes: 2, neededBytes: 5 },
      { kind: 'part', haveBytes: 4, neededBytes: 5 },
    ]);
  });

  it('begins anew with a message that fits by itself and not after the one before', () => {
    const pieces = readMessages([Uint8Array.of(2, 1), Uint8Array.of(1, 255)]);
    expect(pieces.at(-1)).toEqual({ kind: 'whole', bytes: Uint8Array.of(1, 255) });
  });

  it('does not wait for what was cut', () => {
    const { pieces, pending } = readStream(Uint8Array.of(1, 7, 9, 1), true, undefined, framing);
    expect(pieces).toEqual([
      { kind: 'whole', bytes: Uint8Array.of(1, 7) },
      { kind: 'cut', bytes: Uint8Array.of(9, 1) },
    ]);
    expect(pending).toBeUndefined();
  });

  it('takes a packet for noise that claims more than anybody sends', () => {
    const huge: Framing = { extentAt: () => 100_000_000, isTelling: () => true };
    expect(readStream(Uint8Array.of(1, 2), false, undefined, huge)).toEqual({
      pieces: [{ kind: 'broken', sizeBytes: 2 }],
      pending: undefined,
    });
  });

  it('copies a packet once, however many messages bring it', () => {
    // Not a timing: copying all that is there for each of these messages would run into the time limit of the test.
    const long: Framing = { extentAt: () => 1_000_000, isTelling: () => true };
    let pending: Pending | undefined;
    for (let index = 0; index < 1_000_000; index += 1)
      ({ pending } = readStream(Uint8Array.of(1), false, pending, long));
    expect(pending).toBeUndefined();
  });
});
