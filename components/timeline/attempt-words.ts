import { toChainState } from '../../state/chain-overview';
import { toFindingLook, toStateLook, type Look } from '../findings/finding-look';
import { formatClock } from '../ui/format';
import type { LaidCluster } from './lane-clusters';
import type { LaidAttempt, LaidItem } from './lane-layout';

export function lookOf(item: LaidItem): Look {
  if (item.finding) return toFindingLook(item.finding);
  const { connection } = item.kind === 'attempt' ? item : item.last;
  return toStateLook(toChainState(connection));
}

/** What an attempt, or several drawn as one, is called. */
export function nameOf(item: LaidItem, count: number): string {
  return item.kind === 'attempt' ? attemptName(item, count) : clusterName(item, count);
}

function attemptName(attempt: LaidAttempt, count: number): string {
  const { connection, number, finding, isOngoing } = attempt;
  const outcome = finding?.title ?? lookOf(attempt).word;
  const ongoing = isOngoing && finding ? ', still going' : '';
  return `Attempt ${number} of ${count}, ${formatClock(connection.startedMs)}: ${outcome}${ongoing}`;
}

function clusterName(cluster: LaidCluster, count: number): string {
  const [first] = cluster.attempts;
  const outcome = cluster.finding?.title ?? lookOf(cluster).word;
  return `Attempts ${first.number} to ${cluster.last.number} of ${count}, from ${formatClock(first.connection.startedMs)}: ${outcome}. Zooms in`;
}
