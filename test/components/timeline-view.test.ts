import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinearScale, createTimeScale } from '../../components/timeline/time-scale';
import { toViewOfKey } from '../../components/timeline/timeline-keys';
import {
  brush,
  follow,
  lengthOf,
  pan,
  rangeOf,
  reveal,
  WHOLE_VIEW,
  zoom,
  type TimelineView,
} from '../../components/timeline/timeline-view';
import { toWheelTurn } from '../../components/timeline/use-wheel';

const HOUR_MS = 3_600_000;
const EXTENT = { startMs: 1_000_000, endMs: 1_000_000 + HOUR_MS };

const moments = fc.double({ min: EXTENT.startMs - 9_999, max: EXTENT.endMs + 9_999, noNaN: true });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('zoom' as const),
    factor: fc.double({ min: 0.01, max: 50, noNaN: true }),
    at: moments,
  }),
  fc.record({ kind: fc.constant('pan' as const), share: fc.double({ min: -3, max: 3, noNaN: true }) }),
  fc.record({ kind: fc.constant('brush' as const), a: moments, b: moments }),
  fc.record({ kind: fc.constant('follow' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('reveal' as const), a: moments, b: moments }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function apply(view: TimelineView, one: Step): TimelineView {
  switch (one.kind) {
    case 'zoom':
      return zoom(view, EXTENT, one.factor, one.at);
    case 'pan':
      return pan(view, EXTENT, one.share);
    case 'brush':
      return brush(view, EXTENT, one.a, one.b);
    case 'follow':
      return follow(view, EXTENT, one.on);
    case 'reveal':
      return reveal(view, EXTENT, { startMs: Math.min(one.a, one.b), endMs: Math.max(one.a, one.b) });
  }
}

describe('the view of the time', () => {
  test('stays inside of what there is and is never empty, whatever one does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const range = rangeOf(steps.reduce(apply, WHOLE_VIEW), EXTENT);
        expect(range.startMs).toBeGreaterThanOrEqual(EXTENT.startMs - 0.001);
        expect(range.endMs).toBeLessThanOrEqual(EXTENT.endMs + 0.001);
        expect(lengthOf(range)).toBeGreaterThan(0);
      }),
    );
  });

  test('keeps the moment under the pointer where it is while it zooms in', () => {
    const view = brush(WHOLE_VIEW, EXTENT, EXTENT.startMs + 10_000, EXTENT.startMs + 110_000);
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (share) => {
        const atMs = EXTENT.startMs + 10_000 + share * 100_000;
        const closer = rangeOf(zoom(view, EXTENT, 0.5, atMs), EXTENT);
        expect((atMs - closer.startMs) / lengthOf(closer)).toBeCloseTo(share, 5);
        expect(lengthOf(closer)).toBeCloseTo(50_000);
      }),
    );
  });

  test('is whole again when one zooms out of it', () => {
    const view = zoom(WHOLE_VIEW, EXTENT, 0.5, EXTENT.startMs);
    expect(view.range).toBeDefined();
    expect(zoom(view, EXTENT, 4, EXTENT.startMs).range).toBeUndefined();
  });

  test('follows the newest moment until one looks back', () => {
    const close = zoom(WHOLE_VIEW, EXTENT, 0.1, EXTENT.endMs);
    expect(close.isFollowing).toBe(true);
    const later = { ...EXTENT, endMs: EXTENT.endMs + 60_000 };
    expect(rangeOf(close, later).endMs).toBe(later.endMs);
    const back = pan(close, later, -0.5);
    expect(back.isFollowing).toBe(false);
    expect(rangeOf(back, { ...later, endMs: later.endMs + 60_000 })).toEqual(rangeOf(back, later));
    expect(rangeOf(follow(back, later, true), later).endMs).toBe(later.endMs);
  });

  test('changes nothing for a brush without length', () => {
    expect(brush(WHOLE_VIEW, EXTENT, 5, 5)).toBe(WHOLE_VIEW);
  });

  test('moves only where what is looked for is out of view', () => {
    const view = brush(WHOLE_VIEW, EXTENT, EXTENT.startMs, EXTENT.startMs + 100_000);
    const inside = { startMs: EXTENT.startMs + 5_000, endMs: EXTENT.startMs + 6_000 };
    expect(reveal(view, EXTENT, inside)).toBe(view);
    const outside = { startMs: EXTENT.startMs + 500_000, endMs: EXTENT.startMs + 501_000 };
    const range = rangeOf(reveal(view, EXTENT, outside), EXTENT);
    expect(range.startMs).toBeLessThan(outside.startMs);
    expect(range.endMs).toBeGreaterThan(outside.endMs);
    expect(lengthOf(range)).toBeCloseTo(100_000);
  });

  test('is moved by keys', () => {
    const asked: number[] = [];
    const on = { view: WHOLE_VIEW, extent: EXTENT, zoomBy: (factor: number) => void asked.push(factor) };
    const press = (key: string, shiftKey = false) => toViewOfKey({ key, shiftKey }, on);
    expect([press('+'), press('=', true), press('-')]).toEqual(['done', 'done', 'done']);
    expect(asked).toEqual([0.5, 0.5, 2]);
    expect(press('0')).toEqual(WHOLE_VIEW);
    expect(press('f')).toMatchObject({ isFollowing: false });
    expect(press('ArrowLeft')).toBeUndefined();
    const view = brush(WHOLE_VIEW, EXTENT, EXTENT.startMs + 50_000, EXTENT.startMs + 100_000);
    expect(toViewOfKey({ key: 'ArrowRight', shiftKey: true }, { ...on, view })).toMatchObject({
      range: { startMs: EXTENT.startMs + 60_000 },
    });
  });

  test('is moved by the wheel only where the wheel does not scroll', () => {
    const turn = { deltaX: 0, deltaY: 100, ctrlKey: false, metaKey: false, shiftKey: false };
    expect(toWheelTurn(turn, 7)).toBeUndefined();
    expect(toWheelTurn({ ...turn, ctrlKey: true }, 7)).toMatchObject({ kind: 'zoom', x: 7 });
    expect(toWheelTurn({ ...turn, shiftKey: true }, 7)).toEqual({ kind: 'pan', byPx: 100 });
    expect(toWheelTurn({ ...turn, deltaX: -200 }, 7)).toEqual({ kind: 'pan', byPx: -200 });
  });
});

describe('the scale', () => {
  test('is true to time where nothing is folded', () => {
    const { toX, folds } = createTimeScale([1_000, 3_000, 5_000], 400);
    expect(folds).toEqual([]);
    expect([1_000, 2_000, 3_000, 5_000].map(toX)).toEqual([0, 100, 200, 400]);
  });

  test('holds what lies outside at its edges', () => {
    const { toX } = createTimeScale([1_000, 2_000], 100);
    expect([0, 9_000].map(toX)).toEqual([0, 100]);
  });

  test('folds a long quiet stretch and gives the room to what happened around it', () => {
    const end = HOUR_MS + 100;
    const { toX, folds } = createTimeScale([0, 100, end, end + 1_000, end + 2_000, end + 3_000], 1_000);
    expect(folds).toHaveLength(1);
    expect(folds[0]?.durationMs).toBe(HOUR_MS);
    expect(toX(end + 1_000) - toX(end)).toBeGreaterThan(200);
    expect(toX(end + 3_000)).toBeCloseTo(1_000);
  });

  test('folds nothing when there is little to make room for', () => {
    expect(createTimeScale([0, 100, HOUR_MS], 1_000).folds).toEqual([]);
  });

  test('leads from a place back to its time, folded or not, and never backwards', () => {
    const times = fc.array(fc.integer({ min: 0, max: 10 * HOUR_MS }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(times, (boundaries) => {
        const scale = createTimeScale(boundaries, 1_000);
        let before = -1;
        for (const timeMs of [...boundaries].sort((a, b) => a - b)) {
          const x = scale.toX(timeMs);
          expect(x).toBeGreaterThanOrEqual(before);
          before = x;
          expect(scale.toX(scale.toTimeMs(x))).toBeCloseTo(x, 5);
        }
      }),
    );
  });

  test('sets ticks at round times that do not touch', () => {
    const { ticks } = createLinearScale({ startMs: 0, endMs: 40_000 }, 800);
    expect(ticks.map(({ elapsedMs }) => elapsedMs)).toEqual([
      0, 5_000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000,
    ]);
    for (const [index, tick] of ticks.entries()) {
      if (index > 0) expect(tick.x - (ticks[index - 1]?.x ?? 0)).toBeGreaterThan(60);
    }
  });

  test('places a single moment', () => {
    const { toX, ticks } = createTimeScale([5_000], 100);
    expect(toX(5_000)).toBe(0);
    expect(ticks).toEqual([]);
  });
});
