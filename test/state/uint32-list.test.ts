import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUint32List } from '../../state/uint32-list';

test('is what an array would be, whether it counts or not', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ do: 'count' as const }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), by: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), to: fc.nat(600) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600 }), fc.nat(700), (steps, sought) => {
      const list = createUint32List();
      const model: number[] = [];
      for (const one of steps) {
        if (one.do === 'cut') {
          list.cut(one.to);
          model.length = Math.min(model.length, one.to);
          continue;
        }
        const value = (model.at(-1) ?? -1) + 1 + (one.do === 'jump' ? one.by : 0);
        list.push(value);
        model.push(value);
      }
      expect(Array.from({ length: list.length }, (_, place) => list.at(place))).toEqual(model);
      const at = model.findIndex((value) => value >= sought);
      expect(list.lowerBound(sought)).toBe(at === -1 ? model.length : at);
    }),
  );
});
