import type { Connection } from '../core/capture/connection';
import type { Severity } from '../core/causes/cause';
import type { Finding } from '../core/finding';
import { transcriptOf } from '../core/protocols/wire';
import { findingsOf } from './findings';

/** A moment within a connection that a timeline shows: an error event, or a hole or an overlap in its events. */
export interface EventMark {
  readonly timeMs: number;
  readonly kind: 'error-event' | 'event-order';
  readonly severity: Severity;
  readonly text: string;
}

/** More could not be told apart anyway. Our choice. */
const MOST_MARKS = 500;

interface Known {
  readonly findings: readonly Finding[];
  readonly marks: readonly EventMark[];
}
const known = new WeakMap<Connection, Known>();

/** Oldest first. Findings stay the same array while nothing more has been read. */
export function eventMarksOf(connection: Connection): readonly EventMark[] {
  const findings = findingsOf(connection);
  const remembered = known.get(connection);
  if (remembered?.findings === findings) return remembered.marks;
  const marks = [...ofFindings(findings), ...ofPackets(connection)]
    .sort((a, b) => a.timeMs - b.timeMs)
    .slice(0, MOST_MARKS);
  known.set(connection, { findings, marks });
  return marks;
}

function ofFindings(findings: readonly Finding[]): readonly EventMark[] {
  return findings.flatMap(({ layer, severity, title, evidence }): EventMark[] => {
    if (layer !== 'server-event' && layer !== 'message-transmission') return [];
    const kind = layer === 'server-event' ? 'error-event' : 'event-order';
    return evidence.flatMap(({ timeMs }) =>
      timeMs === undefined ? [] : [{ timeMs, kind, severity, text: title }],
    );
  });
}

/** What the protocol itself calls an error. */
function ofPackets(connection: Connection): readonly EventMark[] {
  return transcriptOf(connection).notable.flatMap(({ packet, message }): EventMark[] =>
    packet.kind === 'error'
      ? [{ timeMs: message.timeMs, kind: 'error-event', severity: 'error', text: packet.summary }]
      : [],
  );
}
