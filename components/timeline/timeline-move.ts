import type { Attempt, Chain } from '../../core/capture/chain';

export interface TimelineMove {
  readonly chain: Chain;
  readonly attempt: Attempt;
}

/** Which attempt a key leads to: left and right along the lane, up and down to the nearest in time. */
export function toTimelineMove(
  chains: readonly Chain[],
  connectionId: string,
  key: string,
): TimelineMove | undefined {
  const laneIndex = chains.findIndex(({ attempts }) =>
    attempts.some(({ connection }) => connection.id === connectionId),
  );
  const chain = chains[laneIndex];
  if (chain === undefined) return undefined;
  const { attempts } = chain;
  const index = attempts.findIndex(({ connection }) => connection.id === connectionId);
  const along = (at: number) => toMove(chain, attempts[at]);
  const startedMs = attempts[index]?.connection.startedMs ?? 0;
  switch (key) {
    case 'ArrowLeft':
      return along(index - 1);
    case 'ArrowRight':
      return along(index + 1);
    case 'Home':
      return along(0);
    case 'End':
      return along(attempts.length - 1);
    case 'ArrowUp':
      return nearest(chains[laneIndex - 1], startedMs);
    case 'ArrowDown':
      return nearest(chains[laneIndex + 1], startedMs);
    default:
      return undefined;
  }
}

function toMove(chain: Chain, attempt: Attempt | undefined): TimelineMove | undefined {
  return attempt && { chain, attempt };
}

function nearest(chain: Chain | undefined, timeMs: number): TimelineMove | undefined {
  if (chain === undefined) return undefined;
  const away = ({ connection }: Attempt) => Math.abs(connection.startedMs - timeMs);
  const attempt = chain.attempts.reduce((best, one) => (away(one) < away(best) ? one : best));
  return { chain, attempt };
}
