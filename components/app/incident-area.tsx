import { useMemo, useState } from 'react';
import type { Conversation } from '../../core/capture/chain';
import { incidentsOf } from '../../state/incidents';
import type { View } from '../../state/view-store';
import { IncidentList } from '../incidents/incident-list';

/** What happened in this capture, before anything is chosen. */
export function IncidentArea(props: {
  readonly conversations: readonly Conversation[];
  readonly latestMs: number;
  readonly view: View;
}) {
  const { conversations, latestMs, view } = props;
  const [isExpanded, expand] = useState(false);
  const incidents = useMemo(() => incidentsOf(conversations), [conversations]);
  return (
    <IncidentList
      incidents={incidents}
      nowMs={latestMs}
      isExpanded={isExpanded}
      onToggle={() => expand(!isExpanded)}
      onSelect={view.selectAttempt}
    />
  );
}
