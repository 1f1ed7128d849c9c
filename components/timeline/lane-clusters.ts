import type { Finding } from '../../core/finding';
import { compareFindings } from '../../state/findings';
import type { LaidAttempt, LaidCluster, LaidItem } from './laid-item';

/** Narrower than this together, and they are drawn as one. */
export const CLUSTER_PX = 8;

/** The chosen attempt stays by itself. */
export function clusterAttempts(
  attempts: readonly LaidAttempt[],
  chosenId: string | undefined,
): readonly LaidItem[] {
  const items: LaidItem[] = [];
  let group: LaidAttempt[] = [];
  function close(): void {
    const [first, ...others] = group;
    if (first !== undefined) items.push(others.length === 0 ? first : toCluster(first, others));
    group = [];
  }
  for (const attempt of attempts) {
    const [first] = group;
    const isChosen = attempt.connection.id === chosenId;
    const fits = first !== undefined && attempt.endX - first.startX < CLUSTER_PX;
    if (!fits || isChosen || first.connection.id === chosenId) close();
    group.push(attempt);
  }
  close();
  return items;
}

function toCluster(first: LaidAttempt, others: readonly LaidAttempt[]): LaidCluster {
  const last = others.at(-1) ?? first;
  const finding = others.reduce<Finding | undefined>(
    (worst, one) => (compareFindings(one.finding, worst) > 0 ? one.finding : worst),
    first.finding,
  );
  const attempts = [first, ...others] as const;
  return {
    kind: 'cluster',
    attempts,
    last,
    startX: first.startX,
    endX: last.endX,
    finding,
    wait: first.wait,
  };
}
