import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMsgpack } from '../../../../core/protocols/reading/msgpack';

/** What the encoder takes and gives back as it is. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2300-01-01') }),
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(
      fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
}));

describe('MessagePack', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(value, (written) => {
        const bytes = encode(written);
        // -0 comes back as 0.
        expect(encode(parseMsgpack(bytes)?.value)).toEqual(bytes);
      }),
    );
  });

  it('is nothing when cut anywhere, or followed by more', () => {
    fc.assert(
      fc.property(value, fc.nat(), (written, seed) => {
        const bytes = encode(written);
        expect(parseMsgpack(bytes.subarray(0, seed % bytes.length))).toBeUndefined();
        expect(parseMsgpack(Uint8Array.from([...bytes, 0xc0]))).toBeUndefined();
      }),
    );
  });

  it('is read whatever its length needs', () => {
    for (const length of [10, 40, 300, 70_000]) {
      for (const written of ['x'.repeat(length), new Uint8Array(length), Array.from({ length }, () => 1)])
        expect(parseMsgpack(encode(written))).toEqual({ value: written });
      const map = Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, index]));
      expect(parseMsgpack(encode(map))).toEqual({ value: map });
    }
  });

  it('takes no memory for arrays that only claim to be long', () => {
    // Each claims 16 million items: a decoder that believes them allocates terabytes.
    const claims = Array.from({ length: 10_000 }, () => [0xdd, 0x00, 0xff, 0xff, 0xff]).flat();
    expect(parseMsgpack(Uint8Array.from(claims))).toBeUndefined();
    expect(parseMsgpack(Uint8Array.of(0xdf, 0xff, 0xff, 0xff, 0xff))).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(() => parseMsgpack(bytes)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
    expect(parseMsgpack(new Uint8Array())).toBeUndefined();
    expect(parseMsgpack(Uint8Array.of(0xc1))).toBeUndefined();
  });
});
