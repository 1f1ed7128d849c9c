import { describe, expect, it } from 'vitest';
import type { HangupEvent } from '../../../core/capture/event';
import { createCaptureFold, foldEvents } from '../../../core/capture/fold';
import { constructed, opened, closed, logged, requested } from '../../support/fold-events';

function failures(events: readonly HangupEvent[]): Record<string, string | undefined> {
  return Object.fromEntries(foldEvents(events).map(({ id, handshake }) => [id, handshake?.failure]));
}

describe('the fold of events into connections', () => {
  it('makes one connection of the page half and the browser half', () => {
    const [connection, ...others] = foldEvents([
      constructed(1, 0),
      closed(1, 10),
      logged(1, 15, { failure: '403' }),
    ]);
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      id: 'page/1',
      state: 'closed',
      sources: ['page-hook', 'network-log'],
      startedMs: 0,
      endedMs: 10,
    });
    expect(connection?.handshake?.failure).toBe('403');
  });

  it('pairs sockets of one address in the order of their ends, however late the log is', () => {
    const events = [
      constructed(1, 0),
      constructed(2, 1),
      constructed(3, 2),
      closed(2, 10),
      closed(1, 11),
      closed(3, 12),
      logged(1, 500, { failure: 'second' }),
      logged(2, 501, { failure: 'first' }),
      logged(3, 502, { failure: 'third' }),
    ];
    expect(failures(events)).toEqual({ 'page/1': 'first', 'page/2': 'second', 'page/3': 'third' });
  });

  it('never gives a refusal to a socket that opened', () => {
    const events = [
      constructed(1, 0),
      opened(1, 5),
      constructed(2, 6),
      closed(2, 8),
      closed(1, 9, 1000),
      logged(1, 20, { failure: '403' }),
      logged(2, 21, { status: 101 }),
    ];
    expect(failures(events)).toEqual({ 'page/1': undefined, 'page/2': '403' });
  });

  it('waits for the page half when the log is faster', () => {
    const fold = createCaptureFold();
    fold.add([constructed(1, 0), logged(1, 10, { failure: '403' })]);
    expect(fold.connections()).toHaveLength(1);
    expect(fold.connections()[0]?.handshake).toBeUndefined();
    fold.add([closed(1, 9)]);
    expect(fold.connections()[0]?.handshake?.failure).toBe('403');
  });

  it('shows a record without any page socket as a connection of its own', () => {
    const [worker] = foldEvents([logged(7, 10, { status: 101 })]);
    expect(worker).toMatchObject({
      id: 'log/7',
      sources: ['network-log'],
      constructed: undefined,
      state: 'closed',
    });
  });

  it('keeps a record that still waits when the recording ends', () => {
    const connections = foldEvents([constructed(1, 0), logged(1, 10, { failure: '403' })]);
    expect(connections.map(({ id }) => id)).toEqual(['page/1', 'log/1']);
  });

  it('does not pair a socket that had ended long before the record came', () => {
    const events = [constructed(1, 0), closed(1, 10), logged(1, 60_000, { failure: '403' })];
    expect(failures(events)).toEqual({ 'page/1': undefined, 'log/1': '403' });
  });

  it('pairs Firefox records in the order of their starts', () => {
    const events = [
      constructed(1, 0),
      constructed(2, 1),
      requested(1, 3, 50, { failure: 'first' }),
      requested(2, 4, 40, { failure: 'second' }),
      closed(2, 41),
      closed(1, 51),
    ];
    expect(failures(events)).toEqual({ 'page/1': 'first', 'page/2': 'second' });
  });

  it('takes an invalid 101 of Firefox for a socket that never opened', () => {
    const [connection] = foldEvents([constructed(1, 0), closed(1, 10), requested(1, 2, 9, { status: 101 })]);
    expect(connection?.handshake?.status).toBe(101);
  });

  it('ends open sockets when their document goes away, and revives them when it comes back', () => {
    const fold = createCaptureFold();
    const lifecycle = { streamId: 'page', source: 'page-lifecycle' as const, seq: 1, persisted: true };
    fold.add([constructed(1, 0), opened(1, 1), { ...lifecycle, type: 'page-hidden', timeMs: 5 }]);
    expect(fold.connections()[0]).toMatchObject({ state: 'closed', endedMs: 5 });
    fold.add([{ ...lifecycle, type: 'page-shown', seq: 2, timeMs: 9 }]);
    expect(fold.connections()[0]).toMatchObject({ state: 'open', endedMs: undefined });
  });

  it('joins the halves when the record comes before its socket is known', () => {
    const connections = foldEvents([
      requested(1, 3, 8, { status: 403, failure: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' }),
      constructed(1, 2),
      closed(1, 9),
    ]);
    expect(connections.map(({ sources, handshake }) => [sources, handshake?.status])).toEqual([
      [['page-hook', 'web-request'], 403],
    ]);
  });

  it('keeps calling a connection what it called it when only the record was known', () => {
    const fold = createCaptureFold();
    fold.add([requested(1, 3, 8, { status: 403 })]);
    const [alone] = fold.connections();
    fold.add([constructed(1, 2)]);
    // Its end is still to come, so whose record it is is not known yet: whoever clicks on it now chooses the same one.
    expect(fold.connections().map(({ id }) => id)).toEqual([alone?.id]);
    fold.add([closed(1, 9)]);
    const [joined, ...others] = fold.connections();
    expect(others).toEqual([]);
    expect(joined?.id).toBe(alone?.id);
    expect(joined?.sources).toEqual(['page-hook', 'web-request']);
  });

  it('calls no two connections the same when the record turns out to be of another socket', () => {
    const fold = createCaptureFold();
    fold.add([logged(1, 8, { failure: 'HTTP Authentication failed' })]);
    fold.add([constructed(1, 2), opened(1, 4), closed(1, 9)]);
    const ids = fold.connections().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('notes a page that went away, also right after the end of a socket, and not long after', () => {
    const hidden = {
      streamId: 'page',
      source: 'page-lifecycle' as const,
      seq: 1,
      persisted: false,
      type: 'page-hidden' as const,
    };
    const events = [constructed(1, 0), opened(1, 1), closed(1, 100, 1001)];
    expect(foldEvents([...events, { ...hidden, timeMs: 110 }])[0]?.pageGone).toBeDefined();
    expect(foldEvents([...events, { ...hidden, timeMs: 5_000 }])[0]?.pageGone).toBeUndefined();
  });

  it('puts messages in order whatever order they arrive in, and takes each once', () => {
    const message = (n: number): HangupEvent => ({
      type: 'message',
      source: 'page-hook',
      streamId: 'page',
      seq: 1_000 + n,
      timeMs: n,
      socketId: 1,
      direction: 'in',
      format: 'text',
      sizeBytes: 1,
      text: String(n),
    });
    const [connection] = foldEvents([constructed(1, 0), message(3), message(1), message(2), message(1)]);
    expect(connection?.messages.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  it('hands out the same object for a connection that has not changed', () => {
    const fold = createCaptureFold();
    fold.add([constructed(1, 0), constructed(2, 1)]);
    const [first, second] = fold.connections();
    fold.add([opened(2, 5)]);
    const [firstAgain, secondAgain] = fold.connections();
    expect(firstAgain).toBe(first);
    expect(secondAgain).not.toBe(second);
  });

  it('knows whether the browser log was listening when a socket was made', () => {
    const started: HangupEvent = {
      type: 'source-started',
      source: 'network-log',
      streamId: 'log',
      seq: 0,
      timeMs: 5,
    };
    const connections = foldEvents([constructed(1, 0), started, constructed(2, 10)]);
    expect(connections.map(({ browserLogWatched }) => browserLogWatched)).toEqual([false, true]);
  });

  it('hands out another list of what happened to the documents once more has, and the same until then', () => {
    const fold = createCaptureFold();
    const before = fold.lifecycle();
    expect(fold.lifecycle()).toBe(before);
    const lifecycle = { streamId: 'page', source: 'page-lifecycle' as const, seq: 1, timeMs: 5 };
    fold.add([{ ...lifecycle, type: 'page-hidden', persisted: false }]);
    expect(fold.lifecycle()).not.toBe(before);
    expect(fold.lifecycle()).toHaveLength(1);
  });
});
