import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageEventRecord } from '../../../core/capture/event';
import { createReadMark } from '../../../core/protocols/reading/read-mark';

let seq = 0;
const message = (): MessageEventRecord => ({
  type: 'message',
  source: 'page-hook',
  streamId: 's',
  socketId: 1,
  seq: (seq += 1),
  timeMs: 0,
  direction: 'in',
  format: 'text',
  sizeBytes: 0,
  text: '',
});

test('whatever comes late, only what was read is taken for read', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('append' as const), count: fc.nat(12) }),
    fc.record({ do: fc.constant('late' as const), behind: fc.nat(30) }),
    fc.record({ do: fc.constant('read' as const), count: fc.nat(15) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const mark = createReadMark(5);
      const list: MessageEventRecord[] = [];
      const read: MessageEventRecord[] = [];
      for (const one of steps) {
        if (one.do === 'append') for (let n = 0; n < one.count; n += 1) list.push(message());
        else if (one.do === 'late') list.splice(Math.max(0, list.length - one.behind), 0, message());
        else {
          const kept = mark.follow(list);
          read.length = Math.min(read.length, kept);
          expect(read).toEqual(list.slice(0, kept));
          for (const next of list.slice(kept, kept + one.count)) {
            mark.push(next);
            read.push(next);
          }
          expect(mark.count).toBe(read.length);
          for (const [index, expected] of read.entries()) expect(mark.at(index)).toBe(expected);
        }
      }
    }),
  );
});

test('what comes a little late costs what is behind it, and no more', () => {
  const mark = createReadMark();
  const list = Array.from({ length: 20_000 }, message);
  mark.follow(list);
  for (const one of list) mark.push(one);
  expect(mark.follow(list)).toBe(20_000);
  list.splice(19_000, 0, message());
  expect(mark.follow(list)).toBe(19_000);
});
