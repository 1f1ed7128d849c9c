import type { Decoding } from '../protocol';

/** Heartbeats that follow each other with nothing in between. Times in milliseconds. */
export interface HeartbeatRun {
  readonly pings: number;
  /** Pings of this run that were answered, wherever the answer stands. */
  readonly answered: number;
  readonly fastestMs: number | undefined;
  readonly slowestMs: number | undefined;
  /** Heartbeats that ask for no answer. */
  readonly keepAlives: number;
  /** Usual time from one to the next; undefined: there is only one. */
  readonly everyMs: number | undefined;
  readonly longestGapMs: number | undefined;
}

/** One message of a run, as its protocol reads it. */
export interface Beat {
  readonly timeMs: number;
  readonly decoding: Decoding;
  /** Of a ping that was answered. */
  readonly latencyMs: number | undefined;
}

/** What heartbeats that follow each other add up to. */
export function heartbeatRun(run: Iterable<Beat>): HeartbeatRun {
  const latencies: number[] = [];
  const beats: number[] = [];
  let pings = 0;
  let keepAlives = 0;
  for (const { timeMs, decoding, latencyMs } of run) {
    if (typeof decoding === 'string') continue;
    const kinds = decoding.map(({ kind }) => kind);
    if (kinds.includes('ping')) {
      pings += 1;
      if (latencyMs !== undefined) latencies.push(latencyMs);
    } else if (kinds.includes('keep-alive')) keepAlives += 1;
    else continue;
    beats.push(timeMs);
  }
  const gaps = beats.slice(1).map((timeMs, index) => timeMs - (beats[index] ?? timeMs));
  gaps.sort((a, b) => a - b);
  latencies.sort((a, b) => a - b);
  return {
    pings,
    answered: latencies.length,
    fastestMs: latencies[0],
    slowestMs: latencies.at(-1),
    keepAlives,
    everyMs: gaps[Math.floor(gaps.length / 2)],
    longestGapMs: gaps.at(-1),
  };
}

/** A gap this much longer than the usual one is told. Our choice. */
const LONG_GAP = 1.5;

/**
 * One line: `ping, answered in 31 ms`, `12 pings, all answered in 20 ms to 31 ms, every 25 s`. Empty: there is no ping
 * and no keep-alive in it.
 *
 * @param isOver no answer will come any more
 * @param duration says a time as the rest of the page does
 */
export function describeRun(run: HeartbeatRun, isOver: boolean, duration: (ms: number) => string): string {
  const { pings, answered, keepAlives, everyMs, longestGapMs } = run;
  const parts: string[] = [];
  if (pings > 0) parts.push(pings === 1 ? 'ping' : `${pings} pings`);
  if (keepAlives > 0) parts.push(keepAlives === 1 ? 'keep-alive' : `${keepAlives} keep-alives`);
  if (parts.length === 0) return '';
  const words = [parts.join(' and ')];
  if (answered > 0) {
    const who = pings === 1 ? '' : answered === pings ? 'all ' : `${answered} `;
    words.push(`${who}answered in ${latency(run, duration)}`);
  }
  if (pings > answered && isOver)
    words.push(pings === 1 ? 'not answered' : `${pings - answered} not answered`);
  if (everyMs !== undefined) {
    const isLong = longestGapMs !== undefined && longestGapMs > LONG_GAP * everyMs;
    words.push(`every ${duration(everyMs)}${isLong ? `, once after ${duration(longestGapMs)}` : ''}`);
  }
  return words.join(', ');
}

function latency({ fastestMs = 0, slowestMs = 0 }: HeartbeatRun, duration: (ms: number) => string): string {
  const [fastest, slowest] = [duration(fastestMs), duration(slowestMs)];
  return fastest === slowest ? fastest : `${fastest} to ${slowest}`;
}
