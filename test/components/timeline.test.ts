import { describe, expect, test } from 'vitest';
import { createTimeScale } from '../../components/timeline/time-scale';
import { layOutTimeline } from '../../components/timeline/timeline-layout';
import { toTimelineMove } from '../../components/timeline/timeline-move';
import { sampleChain } from '../support/sample-conversations';
import { SAMPLE_START_MS } from '../support/sample-session';

const HOUR_MS = 3_600_000;

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

  test('sets ticks at round times that do not touch', () => {
    const { ticks } = createTimeScale([0, 40_000], 800);
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

describe('the layout', () => {
  const { chains } = sampleChain('chat.shop.example').conversation;
  const latestMs = SAMPLE_START_MS + 38_500;
  const wide = layOutTimeline(chains, latestMs, 1_000);
  const [refused, healed] = wide.lanes;

  test('has one lane for each chain and one span for each attempt', () => {
    expect(wide.lanes.map(({ attempts }) => attempts.length)).toEqual([6, 2]);
  });

  test('splits an attempt into connecting and open where it opened', () => {
    const [opened, never] = refused?.attempts ?? [];
    expect(opened?.openX).toBeGreaterThan(opened?.startX ?? Infinity);
    expect(opened?.openX).toBeLessThan(opened?.endX ?? 0);
    expect(never?.openX).toBeUndefined();
  });

  test('draws an open connection to the latest moment', () => {
    const open = healed?.attempts[1];
    expect(open?.isOngoing).toBe(true);
    expect(open?.endX).toBeCloseTo(wide.scale.toX(latestMs));
  });

  test('writes the length of a wait only where it fits', () => {
    expect(refused?.attempts.map(({ wait }) => wait?.label)).toEqual([
      undefined,
      undefined,
      undefined,
      '2 s',
      '4 s',
      '8 s',
    ]);
    const narrow = layOutTimeline(chains, latestMs, 200);
    expect(narrow.lanes[0]?.attempts.map(({ wait }) => wait?.label).filter(Boolean)).toEqual(['8 s']);
  });

  test('says where two signs would overlap', () => {
    const narrow = layOutTimeline(chains, latestMs, 300);
    expect(narrow.lanes[0]?.attempts.map(({ isCrowded }) => isCrowded)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(refused?.attempts.some(({ isCrowded }) => isCrowded)).toBe(false);
  });

  test('never draws a span too thin to see', () => {
    for (const { attempts } of layOutTimeline(chains, latestMs, 120).lanes) {
      for (const { startX, endX } of attempts) expect(endX - startX).toBeGreaterThanOrEqual(3);
    }
  });

  test('leads the arrow keys along a lane, and to the nearest in time of the next', () => {
    const idOf = (lane: number, attempt: number) => wide.lanes[lane]?.attempts[attempt]?.connection.id ?? '';
    const move = (from: string, key: string) => toTimelineMove(wide.lanes, from, key)?.connection.id;
    expect(move(idOf(0, 0), 'ArrowRight')).toBe(idOf(0, 1));
    expect(move(idOf(0, 1), 'ArrowLeft')).toBe(idOf(0, 0));
    expect(move(idOf(0, 0), 'ArrowLeft')).toBeUndefined();
    expect(move(idOf(0, 2), 'End')).toBe(idOf(0, 5));
    expect(move(idOf(0, 2), 'Home')).toBe(idOf(0, 0));
    expect(move(idOf(0, 0), 'ArrowDown')).toBe(idOf(1, 0));
    expect(move(idOf(0, 5), 'ArrowDown')).toBe(idOf(1, 1));
    expect(move(idOf(1, 1), 'ArrowUp')).toBe(idOf(0, 3));
    expect(move(idOf(0, 0), 'x')).toBeUndefined();
    expect(move('gone', 'ArrowRight')).toBeUndefined();
  });
});
