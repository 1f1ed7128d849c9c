import { wordAt } from '../../profiles/field-test';
import type { ProfileScene } from '../../profiles/profile-scene';
import type { SpokenPacket } from '../../protocols/transcript';
import type { Wire } from '../../protocols/wire';

/** Two clocks of one server, read for one frame: less than this apart is the same moment. Our choice. */
const SAME_MOMENT_MS = 1_000;

/** The packet tells of something that happened before this connection: it is repeated, and no news. */
export function isHistory(noted: SpokenPacket, { profile, notes }: ProfileScene, wire: Wire): boolean {
  return (profile.history ?? []).some((rule, index) => {
    if (rule.kind === 'before-answer') return noted.index < answerIndex(wire, rule.packet);
    const clock = notes.noted(`clock ${index}`)[0];
    const [now, then] = [timeIn(clock, rule.clockAt), timeIn(noted, rule.at)];
    // Both from the server, and often without a time zone: only their difference says anything.
    return now !== undefined && then !== undefined && then < now - SAME_MOMENT_MS;
  });
}

/** Where the answer stands; while there is none, all that comes is from before. -1: nothing was asked. */
export function answerIndex({ notable, unanswered }: Wire, name: string): number {
  const answer = notable.find(
    ({ packet, message }) => packet.name === name && packet.kind === 'response' && message.direction === 'in',
  );
  if (answer !== undefined) return answer.index;
  return unanswered.some(({ packet }) => packet.name === name) ? Infinity : -1;
}

function timeIn(noted: SpokenPacket | undefined, at: string): number | undefined {
  const word = noted === undefined ? undefined : wordAt(noted.packet.data, at);
  if (word === undefined) return undefined;
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(word);
  const timeMs = Date.parse(hasZone ? word : `${word}Z`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
