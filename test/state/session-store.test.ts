import { expect, test } from 'vitest';
import type { HangupEvent } from '../../core/capture/event';
import { createSessionStore } from '../../state/session-store';
import { closed, constructed, logged, opened } from '../support/fold-events';
import { createSampleSource, sampleEvents, SAMPLE_START_MS } from '../support/sample-session';

/** A tick that the test lets happen. */
function createManualSchedule() {
  let waiting: { readonly run: () => void }[] = [];
  return {
    schedule: (run: () => void) => {
      const entry = { run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    tick: () => {
      const due = waiting;
      waiting = [];
      for (const { run } of due) run();
    },
    count: () => waiting.length,
  };
}

function createFixture() {
  const manual = createManualSchedule();
  const sample = createSampleSource([]);
  const session = createSessionStore(sample.source, manual.schedule);
  return { manual, sample, session };
}

test('shows events only when the tick comes, and many batches in one tick', () => {
  const { manual, sample, session } = createFixture();
  let changes = 0;
  session.store.subscribe(() => (changes += 1));
  for (const event of sampleEvents()) sample.send([event]);
  expect(session.store.getState().connections).toHaveLength(0);
  expect(manual.count()).toBe(1);
  manual.tick();
  expect(changes).toBe(1);
  expect(session.store.getState().connections).toHaveLength(12);
  expect(session.store.getState().conversations).toHaveLength(5);
});

test('schedules again for what comes after a tick', () => {
  const { manual, sample, session } = createFixture();
  const events = sampleEvents();
  sample.send(events.slice(0, 5));
  manual.tick();
  sample.send(events.slice(5));
  manual.tick();
  expect(session.store.getState().connections).toHaveLength(12);
});

test('knows the latest time that any event carries, whatever the order', () => {
  const { manual, sample, session } = createFixture();
  sample.send([...sampleEvents()].reverse());
  manual.tick();
  expect(session.store.getState().latestMs).toBe(SAMPLE_START_MS + 38_500);
});

test('adds what the producers threw away to what the source lost', () => {
  const { manual, sample, session } = createFixture();
  sample
    .listener()
    ?.onStatus({ connected: true, isLive: true, droppedEvents: 2, hasSiteAccess: true, restarts: 0 });
  sample.send([
    { type: 'events-dropped', source: 'page-hook', streamId: 's', seq: 1, timeMs: SAMPLE_START_MS, count: 5 },
  ]);
  manual.tick();
  expect(session.store.getState().status).toEqual({
    connected: true,
    isLive: true,
    droppedEvents: 7,
    hasSiteAccess: true,
    restarts: 0,
  });
});

test('forgets everything when the user clears, at the source too, and also what still waited for its tick', () => {
  const { manual, sample, session } = createFixture();
  sample.send(sampleEvents());
  manual.tick();
  sample.send(sampleEvents());
  session.clear();
  manual.tick();
  expect(sample.calls).toEqual(['clear']);
  expect(session.store.getState()).toMatchObject({ connections: [], conversations: [], latestMs: undefined });
  expect(session.events()).toEqual([]);
});

test('knows whose end it is when a socket ends that was open when the user cleared', () => {
  const { manual, sample, session } = createFixture();
  const started = {
    type: 'source-started',
    source: 'page-hook',
    streamId: 'page',
    seq: 1,
    timeMs: 0,
  } as const;
  sample.send([
    { ...started, url: 'http://server.test/' },
    constructed(1, 1),
    opened(1, 2),
    constructed(2, 3),
  ]);
  sample.send([closed(2, 4), logged(9, 5, { status: 101 })]);
  manual.tick();
  session.clear();
  manual.tick();
  expect(session.store.getState().connections).toEqual([]);
  sample.send([closed(1, 60)]);
  manual.tick();
  expect(session.store.getState().connections).toMatchObject([
    {
      id: 'page/1',
      documentUrl: 'http://server.test/',
      open: { timeMs: 2 },
      close: { code: 1006, timeMs: 60 },
    },
  ]);
  expect(session.events().map(({ type }) => type)).toEqual(
    expect.arrayContaining(['source-started', 'socket-constructed', 'socket-open', 'socket-close']),
  );
  sample.send([closed(2, 70)]);
  manual.tick();
  expect(session.store.getState().connections).toHaveLength(1);
});

test('starts from nothing when the source resets', () => {
  const { manual, sample, session } = createFixture();
  sample.send(sampleEvents());
  manual.tick();
  sample.listener()?.onReset();
  expect(session.store.getState().connections).toEqual([]);
  sample.send(sampleEvents());
  manual.tick();
  expect(session.store.getState().connections).toHaveLength(12);
});

test('keeps all events in order for an export', () => {
  const { sample, session } = createFixture();
  const events = sampleEvents();
  sample.send(events.slice(0, 100));
  sample.send(events.slice(100));
  expect(session.events()).toEqual(events);
});

test('stops the source and the pending tick', () => {
  const { manual, sample, session } = createFixture();
  sample.send(sampleEvents());
  session.stop();
  expect(manual.count()).toBe(0);
  expect(sample.calls).toEqual(['stop']);
});

test('a flood is taken in by portions, shown now and then, and all of it in the end', () => {
  const manual = createManualSchedule();
  const sample = createSampleSource([]);
  let now = 0;
  // Each look at the clock finds a millisecond gone.
  const pace = { nowMs: () => (now += 1), again: manual.schedule };
  const session = createSessionStore(sample.source, manual.schedule, undefined, pace);
  let shown = 0;
  session.store.subscribe(() => (shown += 1));
  const [first, ...others] = sampleEvents();
  if (first === undefined) throw new Error('The sample is empty.');
  const flood = Array.from({ length: 200_000 }, (_, index): HangupEvent => ({
    type: 'events-dropped',
    source: 'page-hook',
    streamId: 'flood',
    seq: index + 1,
    timeMs: SAMPLE_START_MS,
    count: 1,
  }));
  sample.send([first, ...flood, ...others]);
  let ticks = 0;
  for (; manual.count() > 0; ticks += 1) manual.tick();
  expect(ticks).toBeGreaterThan(20);
  expect(shown).toBeGreaterThan(1);
  expect(shown).toBeLessThan(ticks / 3);
  expect(session.store.getState().connections).toHaveLength(12);
  expect(session.store.getState().status.droppedEvents).toBe(200_000);
});

test('thousands of connections are diagnosed in portions before they are shown, and it says how far it has come', () => {
  const manual = createManualSchedule();
  const sample = createSampleSource([]);
  let now = 0;
  const pace = { nowMs: () => (now += 1), again: manual.schedule };
  const session = createSessionStore(sample.source, manual.schedule, undefined, pace);
  const told: (number | undefined)[] = [];
  session.store.subscribe(({ connections, diagnosedShare }) => {
    told.push(diagnosedShare);
    if (!told.includes(undefined)) expect(connections).toHaveLength(0);
  });
  sample.send(
    Array.from({ length: 3_000 }, (_, index): HangupEvent => ({
      type: 'socket-constructed',
      source: 'page-hook',
      streamId: 'page',
      socketId: index,
      seq: index,
      timeMs: SAMPLE_START_MS + index,
      url: 'wss://shop.example/live',
      protocols: [],
    })),
  );
  let ticks = 0;
  for (; manual.count() > 0; ticks += 1) manual.tick();
  expect(ticks).toBeGreaterThan(100);
  const shares = told.slice(0, told.indexOf(undefined));
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => Number(a) - Number(b)));
  expect(session.store.getState()).toMatchObject({ diagnosedShare: undefined });
  expect(session.store.getState().connections).toHaveLength(3_000);
});
