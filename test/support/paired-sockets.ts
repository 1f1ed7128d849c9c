import fc from 'fast-check';
import type { HangupEvent } from '../../core/capture/event';

export const ADDRESS = 'ws://server.test/a';

/** One socket as it really went: both halves must come together again, whatever the ways took. */
export interface Socket {
  readonly startMs: number;
  readonly lifeMs: number;
  readonly opens: boolean;
  /** When in its life it opens, if it does: 0 at once, 1 at its end. */
  readonly openShare: number;
}

export const sockets = fc.array(
  fc.record({
    startMs: fc.integer({ min: 0, max: 2_000 }),
    lifeMs: fc.integer({ min: 1, max: 1_500 }),
    opens: fc.boolean(),
    openShare: fc.constantFrom(0.1, 0.5, 0.9, 1),
  }),
  { minLength: 1, maxLength: 25 },
);

export type Timed = readonly [arrivalMs: number, event: HangupEvent];

export function pageHalf(all: readonly Socket[], delayMs: number): Timed[] {
  const timed = all.flatMap((socket, socketId): [number, HangupEvent][] => {
    const common = { source: 'page-hook', streamId: 'page', seq: 0, socketId } as const;
    const { startMs, lifeMs, opens } = socket;
    const endMs = startMs + lifeMs;
    return [
      [startMs, { ...common, type: 'socket-constructed', timeMs: startMs, url: ADDRESS, protocols: [] }],
      ...(opens
        ? [
            [
              openedAt(socket),
              { ...common, type: 'socket-open', timeMs: openedAt(socket), protocol: '', extensions: '' },
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

export function openedAt({ startMs, lifeMs, openShare }: Socket): number {
  return startMs + (lifeMs - 0.5) * openShare;
}

/** What identifies the socket stands where no rule looks: in a response header. */
export const mark = (index: number): [string, string][] => [['x-socket', String(index)]];

/** Distinct starts and ends: sockets that begin and end in the same instant are interchangeable. */
export function isOrdered(all: readonly Socket[]): boolean {
  const starts = new Set(all.map(({ startMs }) => startMs));
  const ends = new Set(all.map(({ startMs, lifeMs }) => startMs + lifeMs));
  return starts.size === all.length && ends.size === all.length;
}
