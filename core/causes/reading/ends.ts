import { pageCloseCall, type Connection } from '../../capture/connection';
import type { ChainView } from '../chain-cause';
import { PATTERN_REPEATS, PATTERN_SHARE } from '../thresholds';
import { quietBefore } from './silence';

/** One end that the other side, or something on the way, made. Times in milliseconds. */
export interface End {
  readonly connection: Connection;
  readonly endMs: number;
  readonly openMs: number;
  /** Nothing had been said for so long, in either direction. Undefined: no messages are known of. */
  readonly quietMs: number | undefined;
  /** Nothing had come from the server for so long. */
  readonly serverQuietMs: number | undefined;
}

/** What happened to the client alone says nothing of a limit on the way. */
const OF_THE_CLIENT: ReadonlySet<string> = new Set(['network-lost', 'device-slept', 'page-left']);

export function endsOfOtherSide({ chain, headlines }: ChainView): readonly End[] {
  return chain.attempts.flatMap(({ connection }, index): End[] => {
    const { open, close, pageGone } = connection;
    if (open === undefined || close === undefined || pageGone !== undefined) return [];
    if (pageCloseCall(connection) !== undefined || OF_THE_CLIENT.has(headlines[index]?.cause ?? ''))
      return [];
    const endMs = close.timeMs;
    const openMs = endMs - open.timeMs;
    const isCounted = connection.traffic !== undefined;
    const quietMs = quietBefore(connection, endMs)?.quietMs ?? (isCounted ? openMs : undefined);
    const lastInMs = Math.max(
      connection.flows.in.lastMs ?? -Infinity,
      connection.traffic?.lastInMs ?? -Infinity,
    );
    const serverQuietMs = lastInMs === -Infinity ? quietMs && openMs : endMs - lastInMs;
    return [{ connection, endMs, openMs, quietMs, serverQuietMs }];
  });
}

/**
 * The ends whose value is that of the newest, give or take `slackOf`: undefined where they are too few, or where too
 * many others are different.
 */
export function pattern(
  ends: readonly End[],
  valueOf: (end: End) => number | undefined,
  slackOf: (ms: number) => number,
): readonly [End, End, ...End[]] | undefined {
  const newest = ends.at(-1);
  const valueMs = newest && valueOf(newest);
  if (valueMs === undefined) return undefined;
  const alike = ends.filter((end) => Math.abs((valueOf(end) ?? Infinity) - valueMs) <= slackOf(valueMs));
  const [first, second, ...rest] = alike;
  if (first === undefined || second === undefined) return undefined;
  if (alike.length < PATTERN_REPEATS || alike.length < ends.length * PATTERN_SHARE) return undefined;
  return [first, second, ...rest];
}

/** The newest few of them, for evidence: a chain may have hundreds of ends. */
export function newestOf<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(-MOST_SHOWN);
}
const MOST_SHOWN = 5;
