import { describe, expect, it } from 'vitest';
import { createKeptPayload } from '../../platform/extension/kept-payload';
import type { FromProducer } from '../../platform/extension/protocol';

type Batch = Extract<FromProducer, { kind: 'payload' }>;

function start() {
  const sent: Batch[] = [];
  const dropped: number[] = [];
  const kept = createKeptPayload(
    (batch) => sent.push(batch),
    (count) => dropped.push(count),
  );
  const seqs = () => sent.flatMap(({ records }) => (records as { seq: number }[]).map(({ seq }) => seq));
  return { kept, sent, dropped, seqs };
}

const records = (from: number, to: number, sizeBytes = 10) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index, sizeBytes }));

describe('payload that is kept outside the page', () => {
  it('is handed over to nobody before somebody watches, and then from where they stand', () => {
    const { kept, seqs } = start();
    kept.add(records(1, 4));
    expect(seqs()).toEqual([]);
    kept.onDemand({ kind: 'watch', watchId: 1, afterSeq: 2, credit: 5 });
    kept.add(records(5, 5));
    expect(seqs()).toEqual([3, 4, 5]);
  });

  it('goes no faster than it is read, and is not sent twice', () => {
    const { kept, sent, seqs } = start();
    kept.add(records(1, 500));
    kept.onDemand({ kind: 'watch', watchId: 7, afterSeq: 0, credit: 1 });
    expect(sent).toHaveLength(1);
    kept.onDemand({ kind: 'credit', credit: 9 });
    expect(seqs()).toEqual(records(1, 500).map(({ seq }) => seq));
    expect(sent.every(({ watchId }) => watchId === 7)).toBe(true);
    expect(sent.at(-1)?.throughSeq).toBe(500);
  });

  it('is kept for the next one who watches', () => {
    const { kept, seqs } = start();
    kept.onDemand({ kind: 'watch', watchId: 1, afterSeq: 0, credit: 5 });
    kept.add(records(1, 2));
    kept.onDemand({ kind: 'unwatch' });
    kept.add(records(3, 3));
    expect(seqs()).toEqual([1, 2]);
    kept.onDemand({ kind: 'watch', watchId: 2, afterSeq: 0, credit: 5 });
    expect(seqs()).toEqual([1, 2, 1, 2, 3]);
  });

  it('lets the oldest go when it grows too large, and counts what nobody had', () => {
    const { kept, dropped, seqs } = start();
    kept.add(records(1, 3, 4_000_000));
    expect(dropped).toEqual([]);
    kept.add(records(4, 6, 4_000_000));
    expect(dropped).toEqual([2]);
    kept.onDemand({ kind: 'watch', watchId: 1, afterSeq: 0, credit: 5 });
    expect(seqs()).toEqual([3, 4, 5, 6]);
    kept.add(records(7, 7, 4_000_000));
    expect(dropped).toEqual([2]);
  });
});
