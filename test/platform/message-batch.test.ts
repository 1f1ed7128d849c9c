import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageEventRecord } from '../../core/capture/event';
import { parseEvent } from '../../core/capture/parse-event';
import { readMessageBatch } from '../../platform/extension/read-message-batch';
import { bodyOf } from '../../platform/page/message-body';
import { packMessages, packWhole } from '../../platform/page/message-batch';
import { HEAD_FIELDS } from '../../platform/page/message-heads';
import { createRing, type Ring } from '../../platform/page/ring';

const WHOLE = 1_048_576;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
/** Comparing long arrays takes long. */
const printed = ({ bytes, ...rest }: MessageEventRecord) =>
  bytes === undefined ? rest : { ...rest, bytes: latin1(bytes) };

/** As a port hands it over. */
function readAll(ring: Ring, most?: number): MessageEventRecord[] {
  const events: MessageEventRecord[] = [];
  for (let first = ring.firstAfter(0); first !== undefined;) {
    const { batch, last } = packMessages(first, most);
    const read = readMessageBatch('a', structuredClone(batch));
    if (!read.ok) throw new Error(read.problem);
    events.push(...read.value);
    first = last.next;
  }
  return events;
}

const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }),
  fc.constant(new Uint8Array(200_000).fill(9)),
  fc.constant('x'.repeat(90_000)),
);

describe('a batch of messages', () => {
  it('comes out as it went in, in order, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ body, isOut: fc.boolean(), socketId: fc.nat() }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (messages, most) => {
          const ring = createRing(100 * WHOLE);
          messages.forEach((message, index) => {
            ring.push(index + 1, index / 8, message.socketId, message.isOut, bodyOf(message.body), WHOLE);
          });
          expect(readAll(ring, most).map(printed)).toEqual(
            messages.map(({ body: sent, isOut, socketId }, index) => ({
              type: 'message',
              source: 'page-hook',
              streamId: 'a',
              seq: index + 1,
              timeMs: index / 8,
              socketId,
              direction: isOut ? 'out' : 'in',
              sizeBytes: sent.length,
              ...(typeof sent === 'string'
                ? { format: 'text', text: sent }
                : { format: 'binary', bytes: latin1(sent) }),
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds nothing that the event schema would refuse', () => {
    const ring = createRing(WHOLE);
    ring.push(1, 5.5, 3, true, bodyOf('hello'), WHOLE);
    ring.push(2, 6.5, 3, false, bodyOf(new Uint8Array([1, 2, 3])), 2);
    ring.push(3, 7.5, 3, false, bodyOf({}), 2);
    for (const { streamId, ...record } of readAll(ring)) {
      expect(parseEvent(streamId, record)).toEqual({ ok: true, value: { streamId, ...record } });
    }
  });

  it('says what was cut, and the true size', () => {
    const ring = createRing(8 * WHOLE);
    ring.push(1, 0, 1, false, bodyOf(new Uint8Array(50)), 20);
    ring.push(2, 0, 1, false, bodyOf(`${'x'.repeat(WHOLE - 1)}é!`), WHOLE);
    const [bytes, text] = readAll(ring);
    expect(bytes).toMatchObject({ sizeBytes: 50, isCut: true, bytes: new Uint8Array(20) });
    expect(text).toMatchObject({ sizeBytes: WHOLE + 1, isCut: true, text: `${'x'.repeat(WHOLE - 1)}é` });
  });

  it('hands on the beginning of a text, and all of it again when asked', () => {
    const ring = createRing(8 * WHOLE);
    ring.push(1, 0, 1, false, bodyOf('a long text'), 6);
    ring.push(2, 0, 1, true, bodyOf('short'), 6);
    const [first, second] = readAll(ring);
    expect(first).toMatchObject({ sizeBytes: 11, isCut: true, text: 'a long' });
    expect(second).toMatchObject({ text: 'short' });
    const kept = ring.firstAfter(0);
    const again = kept && readMessageBatch('a', structuredClone(packWhole(kept)));
    expect(again?.ok === true && again.value).toEqual([
      expect.objectContaining({ seq: 1, sizeBytes: 11, text: 'a long text', direction: 'in' }),
    ]);
    expect(again?.ok === true && again.value[0]?.isCut).toBeUndefined();
  });

  it('keeps a copy: what the page does to its buffer afterwards does not show', () => {
    const ring = createRing(WHOLE);
    const own = new Uint8Array([1, 2, 3, 4]);
    ring.push(1, 0, 1, true, bodyOf(own.subarray(1, 3)), WHOLE);
    own.fill(0);
    expect(readAll(ring)[0]?.bytes).toEqual(new Uint8Array([2, 3]));
  });

  it('takes little more than its texts, also where one character of the batch is a wide one', () => {
    setFlagsFromString('--expose-gc');
    const heapBytes = (): number => {
      runInNewContext('gc()');
      return getHeapStatistics().used_heap_size;
    };
    const kept: (readonly MessageEventRecord[])[] = [];
    const before = heapBytes();
    for (let batch = 0; batch < 20; batch += 1) {
      const ring = createRing(WHOLE);
      ring.push(1, 0.5, 1, false, bodyOf('😀'), WHOLE);
      for (let seq = 2; seq <= 400; seq += 1)
        ring.push(seq, seq + 0.5, 1, false, bodyOf(`${seq}`.padEnd(200)), WHOLE);
      kept.push(readAll(ring));
    }
    const perMessage = (heapBytes() - before) / kept.flat().length;
    // Of 200 characters each. Node's pointers take twice the room of a browser's.
    expect(perMessage).toBeLessThan(400);
  });

  it.each([
    ['no object', 5],
    [
      'another shape',
      { type: 'message-batch', heads: [1, 2, 3], text: '', bytes: new ArrayBuffer(0), blobs: [] },
    ],
    ['a text that is too short', batchOf([1, 1, 1, 5, 2, 5])],
    ['bytes that are too short', batchOf([1, 1, 1, 5, 4, 5])],
    ['a negative number', batchOf([-1, 1, 1, 5, 0, 0])],
    ['a length that is no number', batchOf([1, 1, 1, 5, 2, NaN])],
    ['a time that is no number', batchOf([1, Infinity, 1, 5, 0, 0])],
  ])('is refused: %s', (_name, record) => {
    expect(readMessageBatch('a', record).ok).toBe(false);
  });
});

function batchOf(head: readonly number[]) {
  expect(head.length).toBe(HEAD_FIELDS);
  return {
    type: 'message-batch',
    heads: Float64Array.from(head),
    text: 'abc',
    bytes: new ArrayBuffer(3),
    blobs: [],
  };
}
