import { toChainState } from '../../state/chain-overview';
import { toFindingLook, toStateLook, type Look } from '../findings/finding-look';
import { formatClock } from '../ui/format';
import type { LaidAttempt, LaidCluster, LaidItem } from './laid-item';
import { text } from '../../locales/text';

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
  const key = isOngoing && finding ? 'timeline.attemptNameOngoing' : 'timeline.attemptName';
  const clock = formatClock(connection.startedMs);
  return text(key, { attempt: number, attempts: count, clock, outcome });
}

function clusterName(cluster: LaidCluster, count: number): string {
  const [first] = cluster.attempts;
  const outcome = cluster.finding?.title ?? lookOf(cluster).word;
  return text('timeline.clusterName', {
    first: first.number,
    last: cluster.last.number,
    attempts: count,
    clock: formatClock(first.connection.startedMs),
    outcome,
  });
}
