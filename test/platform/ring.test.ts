import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../platform/page/message-body';
import { createRing, type KeptMessage, type Ring } from '../../platform/page/ring';

const OVERHEAD_BYTES = 160;

function kept(ring: Ring, afterSeq = 0): KeptMessage[] {
  const messages: KeptMessage[] = [];
  for (let one = ring.firstAfter(afterSeq); one !== undefined; one = one.next) messages.push(one);
  return messages;
}

function bytesOf({ slab, start, keptLength }: KeptMessage): number[] | undefined {
  return slab && [...slab.bytes.subarray(start, start + keptLength)];
}

describe('the ring', () => {
  it('gives the last words of a socket away, and keeps all else in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            socketId: fc.integer({ min: 1, max: 3 }),
            size: fc.constantFrom(0, 5, 1_024, 1_025),
            isText: fc.boolean(),
          }),
          { maxLength: 30 },
        ),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (messages, afterSeq, readFrom) => {
          const ring = createRing(Infinity);
          messages.forEach(({ socketId, size, isText }, index) => {
            const body = isText ? 'x'.repeat(size) : new Uint8Array(size).fill(index + 1);
            ring.push(index + 1, 0, socketId, false, bodyOf(body), Infinity);
          });
          // A reading has come to anywhere.
          ring.firstAfter(readFrom);
          const seqs = messages.map((_, index) => index + 1);
          const own = seqs.filter((seq) => messages[seq - 1]?.socketId === 1 && seq > afterSeq);
          const words = own.slice(-3).filter((seq) => (messages[seq - 1]?.size ?? 0) <= 1_024);
          const taken: number[] = [];
          ring.takeLast(1, afterSeq, (message) => {
            taken.push(message.seq);
            if (message.slab !== undefined)
              expect(new Set(bytesOf(message))).toEqual(
                new Set(message.sizeBytes === 0 ? [] : [message.seq]),
              );
          });
          expect(taken).toEqual(words);
          ring.push(99, 0, 1, false, bodyOf('new'), Infinity);
          expect(kept(ring, readFrom).map(({ seq }) => seq)).toEqual([
            ...seqs.filter((seq) => !words.includes(seq) && seq > readFrom),
            99,
          ]);
        },
      ),
    );
  });
  it('keeps the newest messages within its bytes, each with the bytes it came with', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            size: fc.oneof(fc.nat(300), fc.nat(40_000), fc.integer({ min: 130_000, max: 300_000 })),
            isText: fc.boolean(),
          }),
          { minLength: 1, maxLength: 120 },
        ),
        fc.integer({ min: 1_000, max: 700_000 }),
        (messages, capacity) => {
          const ring = createRing(capacity);
          const costs = messages.map(({ size, isText }) => (isText ? size * 2 : size) + OVERHEAD_BYTES);
          messages.forEach(({ size, isText }, index) => {
            const body = isText ? 'x'.repeat(size) : new Uint8Array(size).fill(index + 1);
            ring.push(index + 1, 0, 1, false, bodyOf(body), Infinity);
          });
          // As many of the newest as fit, and always the very last.
          let fit = 1;
          let held = costs.at(-1) ?? 0;
          while (fit < costs.length && held + (costs.at(-1 - fit) ?? 0) <= capacity) {
            held += costs.at(-1 - fit) ?? 0;
            fit += 1;
          }
          const left = kept(ring);
          expect(left.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1).slice(-fit));
          for (const message of left) {
            if (message.slab === undefined) continue;
            expect(new Set(bytesOf(message))).toEqual(new Set(message.sizeBytes === 0 ? [] : [message.seq]));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('overwrites no bytes that are still kept', () => {
    const ring = createRing(600_000);
    for (let seq = 1; seq <= 200; seq += 1) {
      // A long text that goes leaves room for more bytes than have gone from the memory that bodies share.
      const isText = seq % 60 === 2;
      const body = isText ? 'x'.repeat(150_000) : new Uint8Array(10_000).fill(seq);
      ring.push(seq, 0, 1, false, bodyOf(body), Infinity);
      const left = kept(ring).filter(({ text }) => text === undefined);
      expect(left.map((message) => new Set(bytesOf(message)))).toEqual(
        left.map((message) => new Set([message.seq % 256])),
      );
    }
  });

  it('goes on where the last reading stopped, also when that message is gone', () => {
    const ring = createRing(3 * OVERHEAD_BYTES);
    for (let seq = 1; seq <= 3; seq += 1) ring.push(seq, 0, 1, false, bodyOf(''), 0);
    expect(kept(ring, 2).map(({ seq }) => seq)).toEqual([3]);
    for (let seq = 4; seq <= 9; seq += 1) ring.push(seq, 0, 1, false, bodyOf(''), 0);
    expect(kept(ring, 2).map(({ seq }) => seq)).toEqual([7, 8, 9]);
    expect(kept(ring, 9)).toEqual([]);
  });

  it('lets go of the oldest when it is made smaller, and of all when it is cleared', () => {
    const ring = createRing(10 * OVERHEAD_BYTES);
    for (let seq = 1; seq <= 9; seq += 1) ring.push(seq, 0, 1, false, bodyOf(''), 0);
    ring.resize(4 * OVERHEAD_BYTES);
    expect(kept(ring).map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
    ring.clear();
    expect(kept(ring)).toEqual([]);
  });
});
