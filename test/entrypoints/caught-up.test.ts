import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CaptureStatus } from '../../core/capture/source';
import { caughtUp } from '../../entrypoints/panel/caught-up';
import { createSessionStore, type SessionState } from '../../state/session-store';

const OPENED_MS = 1_000_000;
/** A session of which nothing has come yet. */
const NOTHING_YET = createSessionStore(
  { start: () => () => undefined, clear: () => undefined },
  () => () => undefined,
).store.getInitialState();
const LIVE: CaptureStatus = { ...NOTHING_YET.status, connected: true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A recording in some state, and whether an export that began now is still held back. */
function open(status: Partial<CaptureStatus>, nowMs = OPENED_MS) {
  const store = createStore<SessionState>()(() => ({ ...NOTHING_YET, status: { ...LIVE, ...status } }));
  let isHeld = true;
  void caughtUp({ store }, nowMs).then(() => (isHeld = false));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { store, pass, isHeld: () => isHeld };
}

it('holds nothing up where all came long ago, and in a file', async () => {
  for (const { pass, isHeld } of [
    open({ watchedSinceMs: OPENED_MS - 10_000 }),
    open({ isLive: false, connected: false }),
  ]) {
    await pass(0);
    expect(isHeld()).toBe(false);
  }
});

it('waits for the history, and for what comes behind it', async () => {
  const { store, pass, isHeld } = open({});
  await pass(1_000);
  expect(isHeld()).toBe(true);
  store.setState({ status: { ...LIVE, watchedSinceMs: OPENED_MS } });
  await pass(300);
  store.setState({ connections: [] });
  await pass(300);
  expect(isHeld()).toBe(true);
  await pass(100);
  expect(isHeld()).toBe(false);
});

it('waits while there is more to be shown', async () => {
  const { store, pass, isHeld } = open({ watchedSinceMs: OPENED_MS });
  store.setState({ diagnosedShare: 0.5 });
  await pass(2_000);
  expect(isHeld()).toBe(true);
  store.setState({ diagnosedShare: undefined });
  await pass(400);
  expect(isHeld()).toBe(false);
});

it('waits three seconds for a page that goes on talking, and no longer', async () => {
  const { store, pass, isHeld } = open({ watchedSinceMs: OPENED_MS });
  for (let ms = 0; ms < 2_900; ms += 100) {
    await pass(100);
    store.setState({ connections: [] });
  }
  expect(isHeld()).toBe(true);
  await pass(100);
  expect(isHeld()).toBe(false);
});
