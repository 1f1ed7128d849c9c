import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaptureFold } from '../../../core/capture/fold';
import {
  ADDRESS,
  isOrdered,
  mark,
  pageHalf,
  sockets,
  type Socket,
  type Timed,
} from '../../support/paired-sockets';

function networkLog(all: readonly Socket[], delayMs: number): Timed[] {
  const ends = all.map(({ startMs, lifeMs, opens }, index) => ({ endMs: startMs + lifeMs, opens, index }));
  return ends
    .sort((a, b) => a.endMs - b.endMs)
    .map(({ endMs, opens, index }, order) => {
      const timeMs = endMs + delayMs;
      const outcome = opens ? { status: 101 } : { failure: 'refused' };
      return [
        timeMs,
        {
          type: 'handshake',
          source: 'network-log',
          streamId: 'log',
          seq: order,
          timeMs,
          socketId: order,
          url: ADDRESS,
          responseHeaders: mark(index),
          ...outcome,
        },
      ];
    });
}

function requestLog(all: readonly Socket[], delayMs: number): Timed[] {
  const byStart = all.map((socket, index) => ({ ...socket, index })).sort((a, b) => a.startMs - b.startMs);
  let seq = 0;
  return byStart.flatMap(({ startMs, lifeMs, opens, index }, socketId): Timed[] => {
    const startedMs = startMs + 0.1;
    const endedMs = startMs + lifeMs - 0.6;
    const outcome = opens
      ? { status: 101 }
      : { status: 403, failure: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' };
    const common = {
      type: 'handshake',
      source: 'web-request',
      streamId: 'requests',
      socketId,
      url: ADDRESS,
      startedMs,
    } as const;
    return [
      [startedMs + delayMs, { ...common, seq: (seq += 1), timeMs: startedMs }],
      [
        endedMs + delayMs,
        { ...common, seq: (seq += 1), timeMs: endedMs, endedMs, responseHeaders: mark(index), ...outcome },
      ],
    ];
  });
}

describe.each([
  ["Chromium's network log", networkLog],
  ["Firefox's request log", requestLog],
] as const)('pairing with %s', (_name, log) => {
  it('gives every socket of one address its own record, whatever the delays of both ways', () => {
    fc.assert(
      fc.property(
        sockets.filter(isOrdered),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (all, pageDelayMs, logDelayMs) => {
          const fold = createCaptureFold();
          const arriving = [...pageHalf(all, pageDelayMs), ...log(all, logDelayMs)].sort(([a], [b]) => a - b);
          for (const [, event] of arriving) fold.add([event]);
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
});
