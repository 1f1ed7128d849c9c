import type { Connection } from '../../capture/connection';
import type { ChainView } from '../chain-cause';
import { FLAPPING_CYCLES, FLAPPING_MS, SHORT_LIFE_MS } from '../thresholds';

/** The newest connections that opened and soon ended, in time enough of each other to be one story. */
export function shortLives({ chain }: ChainView, isMine: (connection: Connection) => boolean) {
  const short = chain.attempts
    .map(({ connection }) => connection)
    .filter((connection) => {
      const { open, close } = connection;
      if (open === undefined || close === undefined || connection.pageGone !== undefined) return false;
      return close.timeMs - open.timeMs < SHORT_LIFE_MS && isMine(connection);
    });
  const newestMs = short.at(-1)?.close?.timeMs ?? -Infinity;
  const story = short.filter(({ startedMs }) => newestMs - startedMs <= FLAPPING_MS);
  return story.length >= FLAPPING_CYCLES ? story : undefined;
}
