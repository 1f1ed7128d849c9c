import type { Chain } from '../core/capture/chain';
import { readReconnects, type ObservedWait, type ReconnectReading } from '../core/reconnect/policy';
import { spokenIn } from './chain-outlook';

/** How the client of a chain comes back, with each wait at hand by the attempt that it led to. */
export interface ChainReconnects {
  readonly reading: ReconnectReading | undefined;
  readonly waitBefore: ReadonlyMap<string, ObservedWait>;
}

/** A chain gets a new object with every change of its connections. */
const known = new WeakMap<Chain, ChainReconnects>();

export function reconnectsOf(chain: Chain): ChainReconnects {
  const remembered = known.get(chain);
  if (remembered !== undefined) return remembered;
  const reading = chain.attempts.length < 2 ? undefined : readReconnects(chain, spokenIn(chain));
  const waitBefore = new Map((reading?.waits ?? []).map((wait) => [wait.connectionId, wait]));
  const reconnects = { reading, waitBefore };
  known.set(chain, reconnects);
  return reconnects;
}
