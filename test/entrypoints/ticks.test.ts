import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TICKS } from '../../entrypoints/panel/ticks';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('the first tick waits for a timer, and one that follows another does not', async () => {
  const runs: string[] = [];
  TICKS.schedule(() => runs.push('first'));
  await new Promise<void>((done) => TICKS.pace.again(done));
  expect(runs).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(runs).toEqual(['first']);
});

test('a tick that was called off does not come', async () => {
  const runs: string[] = [];
  TICKS.schedule(() => runs.push('first'))();
  TICKS.pace.again(() => runs.push('following'))();
  await new Promise<void>((done) => TICKS.pace.again(done));
  vi.advanceTimersByTime(1_000);
  expect(runs).toEqual([]);
});
