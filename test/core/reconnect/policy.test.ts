import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChains } from '../../../core/capture/conversation';
import type { Chain } from '../../../core/capture/chain';
import { graphqlTransportWs } from '../../../core/protocols/graphql-transport-ws';
import { graphqlWs } from '../../../core/protocols/graphql-ws';
import { json } from '../../../core/protocols/json';
import type { Protocol } from '../../../core/protocols/protocol';
import { signalr } from '../../../core/protocols/signalr';
import { socketIo } from '../../../core/protocols/socket-io';
import { predictNext } from '../../../core/reconnect/predict-next';
import { readReconnects } from '../../../core/reconnect/policy';
import { buildConnection, FAILED_FOR_PAGE, START_MS } from '../../support/connection-builder';

/** A connection that opened and was lost, then failures after these waits. */
function chainOf(waits: readonly number[]): Chain {
  let startAt = 0;
  let endAt = 5_000;
  const later = waits.map((waitMs) => {
    startAt = endAt + waitMs;
    endAt = startAt + 100;
    return buildConnection({ ...FAILED_FOR_PAGE, startAt });
  });
  const first = buildConnection({ startAt: 0, openAt: 50, close: { at: 5_000, code: 1006 } });
  const [chain] = toChains([first, ...later], []);
  if (chain === undefined) throw new Error('No chain.');
  return chain;
}

/** What socket.io-client does: doubles, draws half of it more or less, then cuts at 5 s. */
function socketIoWaits(draws: readonly number[]): number[] {
  return draws.map((draw, index) => Math.min(5_000, 1_000 * 2 ** index * (0.5 + draw)));
}
const draws = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 9 });
/** A timer is a little late. */
const late = (waits: readonly number[]) => waits.map((ms, index) => ms + ((index * 37) % 120));

describe('readReconnects', () => {
  it('knows socket.io-client by any waits that its chance makes', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const reading = readReconnects(chainOf(late(socketIoWaits(drawn))), socketIo);
        expect(reading).toMatchObject({
          client: 'socket.io-client 2 to 4',
          confidence: 'likely',
          misfits: [],
        });
      }),
    );
  });

  it('gives the windows of socket.io-client', () => {
    const reading = readReconnects(chainOf([1_000, 2_000, 4_000, 5_000, 5_000]), socketIo);
    expect(reading?.waits.map(({ window }) => window)).toEqual([
      { fromMs: 500, toMs: 1_500 },
      { fromMs: 1_000, toMs: 3_000 },
      { fromMs: 2_000, toMs: 5_000 },
      { fromMs: 4_000, toMs: 5_000 },
      { fromMs: 5_000, toMs: 5_000 },
    ]);
  });

  it('says which waits do not fit', () => {
    const reading = readReconnects(chainOf([1_000, 2_000, 4_000, 5_000, 9_000]), socketIo);
    expect(reading).toMatchObject({
      confidence: 'possible',
      misfits: [{ retry: 5, waitMs: 9_000, fits: false }],
    });
  });

  it('knows the list of SignalR, and only as possible by one wait', () => {
    expect(readReconnects(chainOf([3, 2_010, 10_050, 30_020]), signalr)).toMatchObject({
      confidence: 'likely',
    });
    expect(readReconnects(chainOf([3]), signalr)).toMatchObject({ confidence: 'possible' });
  });

  it('knows graphql-ws, whose chance adds up to 3 s to waits that double', () => {
    const added = fc.array(fc.integer({ min: 300, max: 3_000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(added, (more) => {
        const waits = more.map((ms, index) => 1_000 * 2 ** index + ms);
        const reading = readReconnects(chainOf(waits), graphqlTransportWs);
        expect(reading).toMatchObject({ client: 'graphql-ws 6.4.2', confidence: 'likely' });
      }),
    );
  });

  it('names a fixed delay of any length by waits within 10 %', () => {
    const delays = fc.tuple(
      fc.integer({ min: 600, max: 60_000 }),
      fc.array(fc.double({ min: -0.04, max: 0.04, noNaN: true }), { minLength: 2, maxLength: 8 }),
    );
    fc.assert(
      fc.property(delays, ([delayMs, offs]) => {
        const reading = readReconnects(chainOf(offs.map((off) => delayMs * (1 + off))), json);
        expect(reading?.client).toMatch(/^a fixed delay of /);
        expect(reading?.confidence).toBe('likely');
      }),
    );
  });

  it('names a fixed delay where the client is not the usual one of its protocol', () => {
    expect(readReconnects(chainOf([9_000, 9_010, 9_020]), socketIo)?.client).toBe('a fixed delay of 9 s');
  });

  it('names a delay that grows by the same factor each time, and where it stops growing', () => {
    expect(readReconnects(chainOf([300, 600, 1_200, 2_400]), json)).toMatchObject({
      client: 'a delay that doubles from 300 ms',
      confidence: 'likely',
      misfits: [],
    });
    const limited = readReconnects(chainOf([1_000, 3_000, 9_000, 10_000, 10_010, 10_020]), json);
    expect(limited?.policy.waits).toMatchObject({ kind: 'growing', maxMs: 10_020 });
  });

  it('has the next wait of a growing delay in the window that it predicts', () => {
    const loops = fc.record({
      firstMs: fc.integer({ min: 300, max: 5_000 }),
      factor: fc.double({ min: 1.3, max: 3.5, noNaN: true }),
      count: fc.integer({ min: 3, max: 6 }),
    });
    fc.assert(
      fc.property(loops, ({ firstMs, factor, count }) => {
        const waits = Array.from({ length: count + 1 }, (_, index) => firstMs * factor ** index);
        const chain = chainOf(waits.slice(0, -1));
        const endedMs = chain.attempts.at(-1)?.connection.endedMs ?? 0;
        const prediction = predictNext(chain, endedMs, json);
        if (prediction.kind !== 'expected') throw new Error(prediction.kind);
        const nextMs = endedMs + (waits.at(-1) ?? 0);
        expect(nextMs).toBeGreaterThanOrEqual(prediction.fromMs);
        expect(nextMs).toBeLessThanOrEqual(prediction.toMs);
      }),
    );
  });

  it('knows nothing by no wait, and nothing by waits that fit nothing', () => {
    expect(readReconnects(chainOf([]), socketIo)).toBeUndefined();
    expect(readReconnects(chainOf([40_000, 90, 17_000]), json)).toBeUndefined();
  });
});

describe('predictNext', () => {
  const now = (chain: Chain) => chain.attempts.at(-1)?.connection.endedMs ?? 0;

  it('always has the next attempt of socket.io-client in its window', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const waits = socketIoWaits(drawn);
        const chain = chainOf(waits.slice(0, -1));
        const prediction = predictNext(chain, now(chain), socketIo);
        if (prediction.kind !== 'expected') throw new Error(prediction.kind);
        const nextMs = now(chain) + (waits.at(-1) ?? 0);
        expect(nextMs).toBeGreaterThanOrEqual(prediction.fromMs - 1);
        expect(nextMs).toBeLessThanOrEqual(prediction.toMs + 1);
      }),
    );
  });

  it('says that SignalR gives up after four attempts', () => {
    const chain = chainOf([3, 2_010, 10_050, 30_020]);
    expect(predictNext(chain, now(chain), signalr)).toMatchObject({ kind: 'gave-up', retries: 4 });
  });

  it('says that an attempt is overdue', () => {
    const chain = chainOf([3_000, 3_000]);
    const at = (ms: number) => predictNext(chain, now(chain) + ms, json);
    expect(at(1_000)).toMatchObject({ kind: 'expected', retry: 3, isOverdue: false });
    expect(at(9_000)).toMatchObject({ kind: 'expected', isOverdue: true });
  });

  it('takes the usual client of the protocol before there is any wait, and says that it is possible', () => {
    const chain = chainOf([]);
    expect(predictNext(chain, now(chain), graphqlWs)).toMatchObject({
      kind: 'expected',
      confidence: 'possible',
    });
    expect(predictNext(chain, now(chain), json)).toEqual({ kind: 'unknown' });
  });

  it('expects nothing while an attempt is under way', () => {
    const [chain] = toChains([buildConnection({})], []);
    if (chain === undefined) throw new Error('No chain.');
    expect(predictNext(chain, START_MS, socketIo)).toEqual({ kind: 'none-needed' });
  });

  it('says that the browser itself may hold the handshake back after many failures', () => {
    const delayOf = (chain: Chain) => {
      const prediction = predictNext(chain, now(chain), json);
      return prediction.kind === 'expected' ? prediction.browserDelayMs : undefined;
    };
    expect(delayOf(chainOf([1_000, 1_000]))).toBe(0);
    expect(delayOf(chainOf([1_000, 1_000, 1_000, 1_000]))).toBe(60_000);
  });

  it('does not fail on a protocol without clients', () => {
    const bare: Protocol = { ...json, reconnects: [] };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 20 }), (waits) => {
        const chain = chainOf(waits);
        expect(['unknown', 'expected']).toContain(predictNext(chain, now(chain), bare).kind);
      }),
    );
  });
});
