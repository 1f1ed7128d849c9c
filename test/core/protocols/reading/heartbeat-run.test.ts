import { describe, expect, it } from 'vitest';
import type { Packet } from '../../../../core/protocols/protocol';
import { describeRun, heartbeatRun, type Beat } from '../../../../core/protocols/reading/heartbeat-run';

const packet = (kind: Packet['kind']): Packet => ({ kind, name: kind, summary: kind });
const ping = (timeMs: number, latencyMs?: number): Beat => ({
  timeMs,
  latencyMs,
  decoding: [packet('ping')],
});
const pong = (timeMs: number): Beat => ({ timeMs, latencyMs: undefined, decoding: [packet('pong')] });
const keepAlive = (timeMs: number): Beat => ({
  timeMs,
  latencyMs: undefined,
  decoding: [packet('keep-alive')],
});

const line = (beats: readonly Beat[], isOver = true) =>
  describeRun(heartbeatRun(beats), isOver, (ms) => `${ms} ms`);

describe('heartbeats that follow each other', () => {
  it.each<[string, readonly Beat[], string]>([
    ['one that was answered', [ping(0, 31), pong(31)], 'ping, answered in 31 ms'],
    ['one that was not', [ping(0)], 'ping, not answered'],
    [
      'many, with the fastest and the slowest answer',
      [ping(0, 31), pong(31), ping(25_000, 20), pong(25_020), ping(50_000, 25), pong(50_025)],
      '3 pings, all answered in 20 ms to 31 ms, every 25000 ms',
    ],
    [
      'one of them without an answer',
      [ping(0, 20), pong(20), ping(25_000)],
      '2 pings, 1 answered in 20 ms, 1 not answered, every 25000 ms',
    ],
    [
      'a gap among them',
      [ping(0, 20), ping(25_000, 20), ping(50_000, 20), ping(110_000, 20)],
      '4 pings, all answered in 20 ms, every 25000 ms, once after 60000 ms',
    ],
    [
      'such as ask for no answer',
      [keepAlive(0), keepAlive(3_000), keepAlive(6_000)],
      '3 keep-alives, every 3000 ms',
    ],
    ['both kinds', [ping(0, 10), keepAlive(1_000)], 'ping and keep-alive, answered in 10 ms, every 1000 ms'],
    ['an answer alone', [pong(5)], ''],
    ['what cannot be read', [{ timeMs: 0, latencyMs: undefined, decoding: 'unreadable' }], ''],
  ])('are one line: %s', (_what, beats, expected) => {
    expect(line(beats)).toBe(expected);
  });

  it('do not count as unanswered while an answer can still come', () => {
    expect(line([ping(0)], false)).toBe('ping');
  });
});
