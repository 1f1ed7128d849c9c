import { incidentSentence } from '../../core/incident-text';
import type { Incident } from '../../core/incident';
import { toFindingLook } from '../findings/finding-look';
import { ActionButton } from '../ui/action-button';
import { formatClock } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';

/** So many stand at the top of the panel; the rest is one press away. Our choice: more would push the rest out. */
const SHOWN = 3;

/** The stories of this capture, a sentence each: what is wrong, how often, and whether it heals. */
export function IncidentList(props: {
  /** What goes on before what is over. */
  readonly incidents: readonly Incident[];
  readonly nowMs: number;
  readonly isExpanded: boolean;
  readonly onToggle: () => void;
  /** Leads to the attempt that it began with. */
  readonly onSelect: (chainId: string, connectionId: string) => void;
}) {
  const { incidents, nowMs, isExpanded, onToggle, onSelect } = props;
  if (incidents.length === 0) return null;
  const hidden = incidents.length - SHOWN;
  const shown = isExpanded ? incidents : incidents.slice(0, SHOWN);
  return (
    <section className="incidents" aria-label={text('incidents.heading')}>
      <ul>
        {shown.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} nowMs={nowMs} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <ActionButton variant="quiet" isExpanded={isExpanded} onPress={onToggle}>
          {isExpanded ? text('incidents.fewer') : text('incidents.more', { count: hidden })}
        </ActionButton>
      )}
    </section>
  );
}

const STATE_WORDS = {
  ongoing: 'incidents.ongoing',
  healed: 'incidents.healed',
  over: 'incidents.over',
} as const;

function IncidentLine(props: {
  readonly incident: Incident;
  readonly nowMs: number;
  readonly onSelect: (chainId: string, connectionId: string) => void;
}) {
  const { incident, nowMs, onSelect } = props;
  const look = toFindingLook(incident.headline);
  const [first] = incident.episodes;
  const isOngoing = incident.state === 'ongoing';
  return (
    <div className={`incident-line ${isOngoing ? `tone-${look.tone}` : 'tone-neutral'}`}>
      <Glyph shape={isOngoing ? look.shape : 'check'} tone={isOngoing ? look.tone : 'neutral'} />
      <span className="clock">{formatClock(incident.startedMs)}</span>
      <span className="incident-state">{text(STATE_WORDS[incident.state])}</span>
      <ActionButton variant="quiet" onPress={() => onSelect(first.chain.id, first.failed[0].connection.id)}>
        <SafeText text={incidentSentence(incident, nowMs)} />
      </ActionButton>
    </div>
  );
}
