import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageEventRecord } from '../../core/capture/event';
import type { PatternSearch } from '../../core/find/pattern-search';
import { type MessageList } from '../../state/message-list';
import { buildConnection } from '../support/connection-builder';
import {
  createFixture,
  HERE,
  connectionOf,
  message,
  ask,
  query,
  rowsOf,
  flat,
  PING,
  PONG,
  SOCKET_IO,
} from '../support/message-list-fixture';

describe('the list of messages', () => {
  test('holds the messages of several connections in the order of their times', () => {
    const { list, portions } = createFixture();
    const a = connectionOf('a', [message(1, 'x'), message(4, 'x')]);
    const b = connectionOf('b', [message(2, 'x'), message(3, 'x')]);
    list.show(ask([a, b]));
    portions();
    expect(flat(list)).toEqual([1, 2, 3, 4]);
    expect(list.rowOf('b', 1)).toBe(2);
    expect(list.rowOf('c', 0)).toBeUndefined();
  });

  test('folds heartbeats that follow each other, and unfolds them when asked to', () => {
    const { list, portions } = createFixture();
    const texts = ['0{"sid":"k","pingInterval":1,"pingTimeout":1}', PING, PONG, PING, PONG, '42["e"]', PING];
    const a = connectionOf(
      'a',
      texts.map((text, seq) => message(seq, text, { direction: text === PONG ? 'out' : 'in' })),
      SOCKET_IO,
    );
    list.show(ask([a]));
    portions();
    expect(rowsOf(list)).toEqual([[0], [1, 2, 3, 4], [5], [6]]);
    expect(list.rowOf('a', 3)).toBe(1);
    list.show(ask([a], { foldsHeartbeats: false }));
    portions();
    expect(list.store.getState().rowCount).toBe(texts.length);
  });

  test('holds what the filter lets through, counted against all', () => {
    const { list, portions } = createFixture();
    const a = connectionOf('a', [message(1, 'apple'), message(2, 'pear'), message(3, 'APPLE')]);
    list.show(ask([a], { query: query('apple') }));
    portions();
    expect(flat(list)).toEqual([1, 3]);
    expect(list.rowOf('a', 1)).toBeUndefined();
    expect(list.store.getState()).toMatchObject({ foundCount: 2, messageCount: 3, progress: undefined });
  });

  test('works in portions, says how far it has come, and is then complete', () => {
    const { list, portions } = createFixture();
    const many = Array.from({ length: 60_000 }, (_, seq) => message(seq, seq % 3 === 0 ? 'apple' : 'pear'));
    list.show(ask([connectionOf('a', many)], { query: query('apple') }));
    expect(list.store.getState().progress).toBeGreaterThan(0);
    expect(list.store.getState().progress).toBeLessThan(1);
    expect(portions()).toBeGreaterThan(1);
    expect(list.store.getState()).toMatchObject({ foundCount: 20_000, progress: undefined });
  });

  test('costs what is new when more messages come', () => {
    const { list, portions } = createFixture();
    const messages = Array.from({ length: 50_000 }, (_, seq) => message(seq, 'x'));
    list.show(ask([connectionOf('a', messages)]));
    portions();
    messages.push(message(50_000, 'x'));
    list.show(ask([connectionOf('a', messages)]));
    expect(portions()).toBe(0);
    expect(list.store.getState().rowCount).toBe(50_001);
  });

  test('takes a message in that came late', () => {
    const { list, portions } = createFixture();
    const messages = [message(1, 'x'), message(2, 'x'), message(4, 'x')];
    const other = connectionOf('b', [message(5, 'x')]);
    list.show(ask([connectionOf('a', messages), other]));
    portions();
    messages.splice(2, 0, message(3, 'x'));
    list.show(ask([connectionOf('a', messages), other]));
    portions();
    expect(flat(list)).toEqual([1, 2, 3, 4, 5]);
    expect(list.rowOf('a', 3)).toBe(3);
  });

  test('asks anew when a connection gets the close code that the filter is about', () => {
    const { list, portions } = createFixture();
    const messages = [message(1, 'x')];
    const request = ask([connectionOf('a', messages)], { query: query('code:4001') });
    list.show(request);
    portions();
    expect(flat(list)).toEqual([]);
    const { close } = buildConnection({ openAt: 10, close: { at: 20, code: 4001 } });
    list.show({ ...request, connections: [connectionOf('a', messages, { close })] });
    portions();
    expect(flat(list)).toEqual([1]);
  });
});

describe('a filter with a regular expression', () => {
  const messages = Array.from({ length: 10_000 }, (_, seq) => message(seq, seq % 10 === 0 ? 'aXb' : 'ab'));
  const settle = () => new Promise((done) => setTimeout(done, 0));

  test('finds what the pattern finds, run elsewhere and only where it matters', async () => {
    let texts = 0;
    const counting: PatternSearch = {
      ...HERE,
      run: (patterns, some) => {
        texts += some.length;
        return HERE.run(patterns, some);
      },
    };
    const { list, portions } = createFixture(counting);
    list.show(ask([connectionOf('a', messages)], { query: query('x -/a.b$/') }));
    portions();
    await settle();
    expect(list.store.getState()).toMatchObject({ foundCount: 0, progress: undefined });
    expect(texts).toBe(1_000);
    list.show(ask([connectionOf('a', messages)], { query: query('/aX?b/') }));
    for (let turn = 0; turn < 10; turn += 1) {
      portions();
      await settle();
    }
    expect(list.store.getState()).toMatchObject({ foundCount: 10_000, progress: undefined });
  });

  test('that takes too long is given up with a sentence, and the list stays as far as it came', async () => {
    const { list, portions } = createFixture({ ...HERE, run: () => Promise.resolve({ kind: 'too-slow' }) });
    list.show(ask([connectionOf('a', messages)], { query: query('/(a+)+$/') }));
    portions();
    await settle();
    expect(list.store.getState().problem).toMatch(/takes too long/);
    expect(list.store.getState().progress).toBeUndefined();
    list.show(ask([connectionOf('a', messages)], { query: query('aXb') }));
    portions();
    expect(list.store.getState()).toMatchObject({ foundCount: 1_000, problem: undefined });
  });
});

test('whatever comes, in whatever order, the list is as if it were made anew', () => {
  const step = fc.record({
    connection: fc.integer({ min: 0, max: 2 }),
    count: fc.integer({ min: 0, max: 4 }),
    /** How far behind the newest it comes. */
    late: fc.integer({ min: 0, max: 3 }),
    text: fc.constantFrom('apple', 'pear', PING),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, isFiltered) => {
      const { list, portions } = createFixture();
      const all: MessageEventRecord[][] = [[], [], []];
      const request = isFiltered ? { query: query('apple OR 2') } : {};
      const show = (to: MessageList) =>
        to.show(
          ask(
            all.map((messages, number) => connectionOf(`${number}`, messages, SOCKET_IO)),
            request,
          ),
        );
      let time = 1_000;
      for (const { connection, count, late, text } of steps) {
        for (let n = 0; n < count; n += 1) {
          time += 10;
          const timeMs = time - late * 25 + connection;
          const messages = all[connection] ?? [];
          const at = messages.findLastIndex((one) => one.seq < timeMs) + 1;
          if (messages[at]?.seq !== timeMs) messages.splice(at, 0, message(timeMs, text));
        }
        show(list);
        portions();
      }
      const fresh = createFixture();
      show(fresh.list);
      fresh.portions();
      expect(rowsOf(list)).toEqual(rowsOf(fresh.list));
      const sorted = all.flat().filter(({ text }) => !isFiltered || text !== 'pear');
      expect(flat(list)).toEqual(sorted.map(({ seq }) => seq).sort((a, b) => a - b));
    }),
  );
});
