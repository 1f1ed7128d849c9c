import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pattern } from '../../core/find/pattern-search';
import { READY, type AskedOfWorker } from '../../platform/extension/pattern-messages';
import { createPatternSearch } from '../../platform/extension/pattern-search';

/** A worker whose answers the test gives. Node has no such class. */
class FakeWorker extends EventTarget implements Worker {
  static made: FakeWorker[] = [];
  onmessage: Worker['onmessage'] = null;
  onmessageerror = null;
  onerror: Worker['onerror'] = null;
  readonly asked: AskedOfWorker[] = [];
  isTerminated = false;
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(message: AskedOfWorker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: object): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}

const PATTERN: Pattern = { kind: 'pattern', source: 'a', flags: '' };

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function theWorker(number = 0): FakeWorker {
  const worker = FakeWorker.made[number];
  if (worker === undefined) throw new Error('No worker was made');
  return worker;
}

test('one worker answers question after question', async () => {
  const search = createPatternSearch(() => new FakeWorker());
  for (const id of [1, 2]) {
    const answer = search.run([PATTERN], ['a', 'b']);
    theWorker().say({ id: READY, hits: [] });
    theWorker().say({ id, hits: [Uint8Array.of(1, 0)] });
    expect(await answer).toEqual({ kind: 'answered', hits: [Uint8Array.of(1, 0)] });
  }
  expect(FakeWorker.made).toHaveLength(1);
});

test('a question that takes too long ends its worker, and the next gets a new one', async () => {
  const search = createPatternSearch(() => new FakeWorker());
  const answer = search.run([PATTERN], ['a']);
  theWorker().say({ id: READY, hits: [] });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(await answer).toEqual({ kind: 'too-slow' });
  expect(theWorker().isTerminated).toBe(true);
  const next = search.run([PATTERN], ['a']);
  // What the old one may still say is nobody's answer.
  theWorker().say({ id: 2, hits: [] });
  theWorker(1).say({ id: 2, hits: [Uint8Array.of(0)] });
  expect(await next).toEqual({ kind: 'answered', hits: [Uint8Array.of(0)] });
});

test('the time that the worker takes to start is not the question’s', async () => {
  const search = createPatternSearch(() => new FakeWorker());
  const answer = search.run([PATTERN], ['a']);
  await vi.advanceTimersByTimeAsync(5_000);
  theWorker().say({ id: READY, hits: [] });
  theWorker().say({ id: 1, hits: [Uint8Array.of(1)] });
  expect((await answer).kind).toBe('answered');
});

test('a question that another one overtakes is ended with its worker', async () => {
  const search = createPatternSearch(() => new FakeWorker());
  const first = search.run([PATTERN], ['a']);
  void search.run([PATTERN], ['b']);
  expect(await first).toEqual({ kind: 'too-slow' });
  expect(theWorker().isTerminated).toBe(true);
  expect(theWorker(1).asked).toHaveLength(1);
});
