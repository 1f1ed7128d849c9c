import type { Conversation } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import { leftDocuments } from '../core/capture/left-documents';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import { toIncidents, type Incident } from '../core/incident';
import { findingsOf } from './findings';

/**
 * The incidents of the capture: what goes on before what is over, and the newest first.
 *
 * @param lifecycle oldest first
 */
export function incidentsOf(
  conversations: readonly Conversation[],
  lifecycle: readonly LifecycleEvent[],
): readonly Incident[] {
  const chains = conversations.flatMap((conversation) => conversation.chains);
  const headlineOf = (connection: Connection) => findingsOf(connection)[0];
  const newestFirst = toIncidents(chains, headlineOf, leftDocuments(lifecycle)).toReversed();
  return newestFirst.toSorted((a, b) => Number(b.state === 'ongoing') - Number(a.state === 'ongoing'));
}
