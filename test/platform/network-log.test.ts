import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaptureFold } from '../../core/capture/fold';
import { parseEvent } from '../../core/capture/parse-event';
import { watchNetworkLog } from '../../platform/extension/network-log';
import {
  ADDRESS,
  isOrdered,
  mark,
  openedAt,
  pageHalf,
  sockets,
  type Socket,
  type Timed,
} from '../support/paired-sockets';

/** A socket's entry as Chromium's log has it at that moment. */
function entryAt(socket: Socket, index: number, nowMs: number): object {
  const { startMs, lifeMs, opens } = socket;
  const isRefused = !opens && nowMs >= startMs + lifeMs;
  const isOpen = opens && nowMs >= openedAt(socket) - 0.2;
  return {
    startedDateTime: new Date(startMs).toISOString(),
    request: { url: ADDRESS, headers: [{ name: 'Sec-WebSocket-Key', value: `key ${index}` }] },
    response: {
      status: isOpen ? 101 : 0,
      headers: mark(index).map(([name, value]) => ({ name, value })),
    },
    _resourceType: 'websocket',
    _webSocketMessages: isRefused ? [{ type: 'error', time: 1, data: 'refused' }] : [],
  };
}

/** What the log reports while it is asked again and again, and hears of each end. */
function reportsOn(all: readonly Socket[], lookEveryMs: number, delayMs: number): Timed[] {
  let nowMs = 0;
  let onFinished: (entry: unknown) => void = () => undefined;
  const reports: Timed[] = [];
  const byStart = all
    .map((socket, index) => ({ socket, index }))
    .sort((a, b) => a.socket.startMs - b.socket.startMs);
  const log = watchNetworkLog(
    {
      onRequestFinished: { addListener: (listener) => void (onFinished = listener) },
      getHAR: (answer) =>
        answer({
          entries: byStart
            .filter(({ socket }) => socket.startMs <= nowMs)
            .map(({ socket, index }) => entryAt(socket, index, nowMs)),
        }),
    },
    (_startedMs, act) => act(),
    (records) => {
      for (const record of records) {
        const parsed = parseEvent('log', { ...(record as object), timeMs: nowMs + delayMs });
        if (!parsed.ok) throw new Error(parsed.problem);
        reports.push([nowMs + delayMs, parsed.value]);
      }
    },
    () => undefined,
  );
  const ends = all.map((socket, index) => ({
    atMs: socket.startMs + socket.lifeMs,
    act: () => onFinished(entryAt(socket, index, nowMs)),
  }));
  const looks = Array.from({ length: Math.ceil(4_000 / lookEveryMs) }, (_, index) => ({
    atMs: index * lookEveryMs,
    act: () => log.watch()(),
  }));
  for (const { atMs, act } of [...ends, ...looks].sort((a, b) => a.atMs - b.atMs)) {
    nowMs = atMs;
    act();
  }
  return reports;
}

describe("Chromium's network log, asked while sockets are open", () => {
  it('gives every socket of one address its own record, whatever the delays of both ways', () => {
    fc.assert(
      fc.property(
        sockets.filter(isOrdered),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 40, max: 1_000 }),
        (all, pageDelayMs, logDelayMs, lookEveryMs) => {
          const fold = createCaptureFold();
          const arriving = [...pageHalf(all, pageDelayMs), ...reportsOn(all, lookEveryMs, logDelayMs)];
          for (const [, event] of arriving.sort(([a], [b]) => a - b)) fold.add([event]);
          fold.settle();
          const connections = fold.connections();
          expect(connections).toHaveLength(all.length);
          for (const { constructed, handshake } of connections) {
            expect(handshake?.responseHeaders).toEqual(mark(constructed?.socketId ?? -1));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells of an open socket once, and once more at its end, under one number', () => {
    const socket = { startMs: 100, lifeMs: 900, opens: true, openShare: 0.1 };
    const handshakes = reportsOn([socket], 100, 0)
      .map(([, event]) => event)
      .filter((event) => event.type === 'handshake');
    expect(
      handshakes.map(({ timeMs, socketId, status, startedMs }) => ({ timeMs, socketId, status, startedMs })),
    ).toEqual([
      { timeMs: 200, socketId: 1, status: 101, startedMs: 100 },
      { timeMs: 1_000, socketId: 1, status: 101, startedMs: undefined },
    ]);
  });
});
