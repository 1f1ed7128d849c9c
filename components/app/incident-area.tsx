import { useMemo, useState } from 'react';
import type { Conversation } from '../../core/capture/chain';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { incidentsOf } from '../../state/incidents';
import type { View } from '../../state/view-store';
import { useNow, type Clock } from '../ui/use-now';
import { IncidentList } from '../incidents/incident-list';
import { NewIncident } from '../incidents/new-incident';

const SO_FAR_EVERY_MS = 1_000;

/** What happened in this capture, before anything is chosen. */
export function IncidentArea(props: {
  readonly conversations: readonly Conversation[];
  readonly lifecycle: readonly LifecycleEvent[];
  readonly latestMs: number;
  readonly view: View;
  /** What "so far" goes by; undefined: a file. */
  readonly clock: Clock | undefined;
}) {
  const { conversations, lifecycle, latestMs, view, clock } = props;
  const [isExpanded, expand] = useState(false);
  const incidents = useMemo(() => incidentsOf(conversations, lifecycle), [conversations, lifecycle]);
  const isOngoing = incidents.some(({ state }) => state === 'ongoing');
  const nowMs = useNow(isOngoing ? clock : undefined, SO_FAR_EVERY_MS);
  return (
    <>
      <NewIncident incidents={incidents} />
      <IncidentList
        incidents={incidents}
        nowMs={Math.max(latestMs, nowMs ?? latestMs)}
        isExpanded={isExpanded}
        onToggle={() => expand(!isExpanded)}
        onSelect={view.selectAttempt}
      />
    </>
  );
}
