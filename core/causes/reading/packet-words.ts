import type { SpokenPacket } from '../../protocols/transcript';
import type { Evidence } from '../cause';

/** Longer would be no evidence but a listing. */
const SHOWN = 240;

/** One packet as evidence. */
export function packetEvidence({ packet, message }: SpokenPacket, before = ''): Evidence {
  const who = message.direction === 'in' ? 'The server sent' : 'The page sent';
  return {
    source: message.source,
    timeMs: message.timeMs,
    text: `${before === '' ? who : before} ${shortened(packetText(packet))}`,
  };
}

/** The protocol's line, and what an event carries: there its error stands. */
function packetText({ summary, kind, data }: SpokenPacket['packet']): string {
  if (kind !== 'event' || data === undefined) return summary;
  return `${summary} ${safeJson(data)}`;
}

function safeJson(data: unknown): string {
  try {
    return JSON.stringify(data);
  } catch {
    // Nested too deeply to be written: its summary has to do.
    return '';
  }
}

export function shortened(text: string): string {
  const line = text
    .slice(0, 2 * SHOWN)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
