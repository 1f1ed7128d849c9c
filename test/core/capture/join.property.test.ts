import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HangupEvent } from '../../../core/capture/event';
import { createCaptureFold } from '../../../core/capture/fold';

const ADDRESS = 'ws://server.test/a';

/** One socket as it really went: both halves must come together again, whatever the ways took. */
interface Socket {
  readonly startMs: number;
  readonly lifeMs: number;
  readonly opens: boolean;
}

const sockets = fc.array(
  fc.record({
    startMs: fc.integer({ min: 0, max: 2_000 }),
    lifeMs: fc.integer({ min: 1, max: 1_500 }),
    opens: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

type Timed = readonly [arrivalMs: number, event: HangupEvent];

function pageHalf(all: readonly Socket[], delayMs: number): Timed[] {
  const timed = all.flatMap(({ startMs, lifeMs, opens }, socketId): [number, HangupEvent][] => {
    const common = { source: 'page-hook', streamId: 'page', seq: 0, socketId } as const;
    const endMs = startMs + lifeMs;
    return [
      [startMs, { ...common, type: 'socket-constructed', timeMs: startMs, url: ADDRESS, protocols: [] }],
      ...(opens
        ? [
            [
              endMs - 0.5,
              { ...common, type: 'socket-open', timeMs: endMs - 0.5, protocol: '', extensions: '' },
            ] as [number, HangupEvent],
          ]
        : []),
      [
        endMs,
        {
          ...common,
          type: 'socket-close',
          timeMs: endMs,
          code: opens ? 4000 : 1006,
          reason: '',
          wasClean: opens,
          bufferedAmount: 0,
        },
      ],
    ];
  });
  return timed.sort(([a], [b]) => a - b).map(([ms, event], seq) => [ms + delayMs, { ...event, seq }]);
}

/** What identifies the socket stands where no rule looks: in a response header. */
const mark = (index: number): [string, string][] => [['x-socket', String(index)]];

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

/** Distinct starts and ends: sockets that begin and end in the same instant are interchangeable. */
function isOrdered(all: readonly Socket[]): boolean {
  const starts = new Set(all.map(({ startMs }) => startMs));
  const ends = new Set(all.map(({ startMs, lifeMs }) => startMs + lifeMs));
  return starts.size === all.length && ends.size === all.length;
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
