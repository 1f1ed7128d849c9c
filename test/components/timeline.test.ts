import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaidItem } from '../../components/timeline/laid-item';
import { layOutLane, type LaidLane } from '../../components/timeline/lane-layout';
import { CLUSTER_PX } from '../../components/timeline/lane-clusters';
import { layOutRibbon } from '../../components/timeline/page-ribbon';
import { createLinearScale, createTimeScale } from '../../components/timeline/time-scale';
import { boundariesOf } from '../../components/timeline/timeline-extent';
import { toTimelineMove } from '../../components/timeline/timeline-move';
import { toAttemptDensity } from '../../components/timeline/attempt-density';
import { layOutWaitsChart } from '../../components/timeline/waits-chart-layout';
import type { Chain } from '../../core/capture/chain';
import { toChains } from '../../core/capture/conversation';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { reconnectsOf } from '../../state/chain-reconnects';
import { createOutlook } from '../../state/chain-outlook';
import { buildConnection, FAILED_FOR_PAGE, START_MS } from '../support/connection-builder';
import { sampleChain } from '../support/sample-conversations';
import { SAMPLE_START_MS } from '../support/sample-session';

const { chains } = sampleChain('chat.shop.example').conversation;
const outlookOf = createOutlook([]);
const LATEST_MS = SAMPLE_START_MS + 38_500;

function layOut(widthPx: number, chosenId?: string): readonly LaidLane[] {
  const scale = createTimeScale(boundariesOf(chains, LATEST_MS, undefined, outlookOf), widthPx);
  return chains.map((chain) =>
    layOutLane(chain, { scale, latestMs: LATEST_MS, nowMs: undefined, outlookOf, chosenId }),
  );
}

function attemptsIn(lane: LaidLane | undefined) {
  return (lane?.items ?? []).flatMap((item: LaidItem) => (item.kind === 'attempt' ? [item] : item.attempts));
}

/** Attempts that fail at once, each after the same wait. */
function failing(count: number, waitMs: number): Chain {
  const facts = Array.from({ length: count }, (_, index) => ({
    ...FAILED_FOR_PAGE,
    startAt: index * (waitMs + 100),
  }));
  const [chain] = toChains(
    facts.map((one) => buildConnection(one)),
    [],
  );
  if (chain === undefined) throw new Error('No chain.');
  return chain;
}

describe('a lane', () => {
  const [refused, healed] = layOut(1_000);

  test('has every attempt of its chain', () => {
    expect([refused, healed].map((lane) => attemptsIn(lane).length)).toEqual([6, 2]);
  });

  test('splits an attempt into connecting and open where it opened', () => {
    const [opened, never] = attemptsIn(refused);
    expect(opened?.openX).toBeGreaterThan(opened?.startX ?? Infinity);
    expect(opened?.openX).toBeLessThan(opened?.endX ?? 0);
    expect(never?.openX).toBeUndefined();
  });

  test('draws an open connection to the latest moment, or to now where there is one', () => {
    const open = attemptsIn(healed)[1];
    expect(open).toMatchObject({ isOngoing: true, hasEnd: false });
    const nowMs = LATEST_MS + 5_000;
    const scale = createTimeScale(boundariesOf(chains, LATEST_MS, nowMs, outlookOf), 1_000);
    const [, live] = chains.map((chain) =>
      layOutLane(chain, { scale, latestMs: LATEST_MS, nowMs, outlookOf, chosenId: undefined }),
    );
    expect(attemptsIn(live)[1]?.endX).toBeCloseTo(1_000);
  });

  test('writes the length of a wait only where it fits', () => {
    const labels = (lane: LaidLane | undefined) => attemptsIn(lane).map(({ wait }) => wait?.label);
    expect(labels(refused).slice(3)).toEqual(['2 s', '4 s', '8 s']);
    expect(labels(layOut(200)[0]).filter(Boolean)).toEqual(['8 s']);
  });

  test('says where two signs would overlap', () => {
    const crowded = attemptsIn(layOut(300)[0]).map(({ isCrowded }) => isCrowded);
    expect(crowded).toEqual([true, true, false, false, false, false]);
    expect(attemptsIn(refused).some(({ isCrowded }) => isCrowded)).toBe(false);
  });

  test('never draws a span too thin to see', () => {
    for (const lane of layOut(120))
      for (const { startX, endX } of attemptsIn(lane)) expect(endX - startX).toBeGreaterThanOrEqual(3);
  });

  test('draws attempts as one where they are too narrow to press, and the chosen one by itself', () => {
    const [lane] = layOut(40);
    expect(lane?.items.map(({ kind }) => kind)).toContain('cluster');
    expect(attemptsIn(lane)).toHaveLength(6);
    const chosen = chains[0].attempts[2]?.connection.id;
    const alone = (layOut(40, chosen)[0]?.items ?? []).filter(({ kind }) => kind === 'attempt');
    expect(alone.some((item) => item.kind === 'attempt' && item.connection.id === chosen)).toBe(true);
  });

  test('of thousands of attempts has as few things as fit beside each other', () => {
    const chain = failing(2_000, 400);
    const extent = { startMs: START_MS, endMs: chain.attempts.at(-1)?.connection.endedMs ?? 0 };
    for (const share of [1, 0.1, 0.01]) {
      const range = {
        startMs: extent.startMs,
        endMs: extent.startMs + (extent.endMs - extent.startMs) * share,
      };
      const lane = layOutLane(chain, {
        scale: createLinearScale(range, 1_000),
        latestMs: undefined,
        nowMs: undefined,
        outlookOf,
        chosenId: undefined,
      });
      expect(lane.items.length).toBeGreaterThan(5);
      expect(lane.items.length).toBeLessThan((1_000 / CLUSTER_PX) * 1.8);
    }
  });

  test('lays out what is on show and nothing else', () => {
    const chain = failing(20, 400);
    fc.assert(
      fc.property(fc.nat({ max: 9_900 }), fc.integer({ min: 1, max: 5_000 }), (from, length) => {
        const range = { startMs: START_MS + from, endMs: START_MS + from + length };
        const frame = {
          scale: createLinearScale(range, 800),
          latestMs: undefined,
          nowMs: undefined,
          outlookOf,
          chosenId: undefined,
        };
        const shown = attemptsIn(layOutLane(chain, frame)).map(({ connection }) => connection.id);
        const expected = chain.attempts
          .map(({ connection }) => connection)
          .filter(({ startedMs, endedMs }) => startedMs <= range.endMs && (endedMs ?? 0) >= range.startMs)
          .map(({ id }) => id);
        expect(shown).toEqual(expected);
      }),
    );
  });

  test('has the expected window behind each wait, and one for the attempt that is to come', () => {
    const chain = failing(4, 3_000);
    const outlook = outlookOf(chain);
    const nowMs = outlook.kind === 'expected' ? outlook.sinceMs + 1_000 : 0;
    const scale = createTimeScale(boundariesOf([chain], undefined, nowMs, outlookOf), 1_000);
    const lane = layOutLane(chain, { scale, latestMs: undefined, nowMs, outlookOf, chosenId: undefined });
    const waits = attemptsIn(lane).flatMap(({ wait }) => (wait === undefined ? [] : [wait]));
    expect(waits).toHaveLength(3);
    for (const { window, x, widthPx, fits } of waits) {
      expect(fits).toBe(true);
      expect(window?.x).toBeLessThanOrEqual(x + widthPx);
      expect((window?.x ?? 0) + (window?.widthPx ?? 0)).toBeGreaterThanOrEqual(x + widthPx);
    }
    expect((lane.next?.window.x ?? 0) + (lane.next?.window.widthPx ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(lane.next?.wait.widthPx).toBeGreaterThan(0);
  });
});

test('the arrow keys lead along a lane, and to the nearest in time of the next', () => {
  const idOf = (lane: number, attempt: number) => chains[lane]?.attempts[attempt]?.connection.id ?? '';
  const move = (from: string, key: string) => toTimelineMove(chains, from, key)?.attempt.connection.id;
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

describe('the line of the page', () => {
  const scale = createLinearScale({ startMs: 0, endMs: 100_000 }, 1_000);
  const at = (timeMs: number) => ({ source: 'page-lifecycle', streamId: 'a', seq: timeMs, timeMs }) as const;

  test('draws what lasted as a stretch, and what went on as one to the edge', () => {
    const lifecycle: readonly LifecycleEvent[] = [
      { ...at(10_000), type: 'network-online', isOnline: false },
      { ...at(20_000), type: 'network-online', isOnline: true },
      { ...at(80_000), type: 'page-visibility', visibility: 'hidden' },
    ];
    expect(layOutRibbon(lifecycle, scale).stretches).toMatchObject([
      { kind: 'offline', x: 100, widthPx: 100 },
      { kind: 'hidden', x: 800, widthPx: 200, endMs: undefined },
    ]);
  });

  test('draws once what several documents tell', () => {
    const lifecycle: readonly LifecycleEvent[] = [
      { ...at(10_000), type: 'network-online', isOnline: false },
      { ...at(10_001), streamId: 'b', type: 'network-online', isOnline: false },
      { ...at(20_000), type: 'network-online', isOnline: true },
      { ...at(20_001), streamId: 'b', type: 'network-online', isOnline: true },
    ];
    expect(layOutRibbon(lifecycle, scale).stretches).toHaveLength(1);
  });

  test('flags a reload, and leaves out what is not on show', () => {
    const lifecycle: readonly LifecycleEvent[] = [
      { ...at(50_000), type: 'page-hidden', navigation: 'reload', persisted: false },
      { ...at(150_000), type: 'page-hidden', persisted: false },
    ];
    expect(layOutRibbon(lifecycle, scale).moments).toMatchObject([{ kind: 'reloaded', x: 500 }]);
  });
});

test('the strip counts each attempt once where it began, and once where it failed', () => {
  const chain = failing(100, 400);
  const extent = { startMs: START_MS, endMs: chain.attempts.at(-1)?.connection.endedMs ?? 0 };
  const { begun, failed, most } = toAttemptDensity([chain], extent, 50);
  expect(begun.reduce((a, b) => a + b)).toBe(100);
  expect(failed.reduce((a, b) => a + b)).toBe(100);
  expect(most).toBe(Math.max(...begun, ...failed));
});

test('the chart has each wait within its window where it fits, and a bar for what is to come', () => {
  const chain = failing(6, 2_000);
  const { reading } = reconnectsOf(chain);
  const { points, next } = layOutWaitsChart(reading?.waits ?? [], outlookOf(chain), {
    width: 190,
    height: 56,
  });
  expect(points).toHaveLength(5);
  for (const { y, window } of points) {
    expect(y).toBeGreaterThanOrEqual((window?.y ?? 0) - 1);
    expect(y).toBeLessThanOrEqual((window?.y ?? 0) + (window?.height ?? 0) + 1);
  }
  expect(next?.x).toBeGreaterThan(points.at(-1)?.x ?? Infinity);
});
