import type { LaidAttempt, LaidLane } from './timeline-layout';

/** Which attempt a key leads to: left and right along the lane, up and down to the nearest in time. */
export function toTimelineMove(
  lanes: readonly LaidLane[],
  connectionId: string,
  key: string,
): LaidAttempt | undefined {
  const laneIndex = lanes.findIndex(({ attempts }) =>
    attempts.some(({ connection }) => connection.id === connectionId),
  );
  const attempts = lanes[laneIndex]?.attempts ?? [];
  const index = attempts.findIndex(({ connection }) => connection.id === connectionId);
  const here = attempts[index];
  if (here === undefined) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return attempts[index - 1];
    case 'ArrowRight':
      return attempts[index + 1];
    case 'Home':
      return attempts[0];
    case 'End':
      return attempts[attempts.length - 1];
    case 'ArrowUp':
      return nearest(lanes[laneIndex - 1], here);
    case 'ArrowDown':
      return nearest(lanes[laneIndex + 1], here);
    default:
      return undefined;
  }
}

function nearest(lane: LaidLane | undefined, to: LaidAttempt): LaidAttempt | undefined {
  return lane?.attempts.reduce<LaidAttempt | undefined>((best, attempt) => {
    if (best === undefined) return attempt;
    return Math.abs(attempt.startX - to.startX) < Math.abs(best.startX - to.startX) ? attempt : best;
  }, undefined);
}
