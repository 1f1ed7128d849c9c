import type { Conversation } from '../core/capture/chain';
import { toIncidents, type Incident } from '../core/incident';
import { findingsOf } from './findings';

/** The incidents of the capture: what goes on before what is over, and the newest first. */
export function incidentsOf(conversations: readonly Conversation[]): readonly Incident[] {
  const chains = conversations.flatMap((conversation) => conversation.chains);
  const newestFirst = toIncidents(chains, (connection) => findingsOf(connection)[0]).toReversed();
  return newestFirst.toSorted((a, b) => Number(b.state === 'ongoing') - Number(a.state === 'ongoing'));
}
