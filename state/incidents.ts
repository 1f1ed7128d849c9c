import type { Conversation } from '../core/capture/chain';
import { toIncidents, type Incident } from '../core/incident';
import { findingsOf } from './findings';

/** The incidents of the capture, the newest first. */
export function incidentsOf(conversations: readonly Conversation[]): readonly Incident[] {
  const chains = conversations.flatMap((conversation) => conversation.chains);
  return toIncidents(chains, (connection) => findingsOf(connection)[0]).toReversed();
}
