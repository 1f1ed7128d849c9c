import type { Attempt } from '../core/capture/chain';

/** Where evidence leads: the attempt of that moment, and the last message up to it where there is one. */
export interface EvidencePlace {
  readonly connectionId: string;
  readonly messageIndex: number | undefined;
}

/** Evidence of an end may be a moment younger than the end itself. Our choice. */
const AFTER_END_MS = 2_000;

/** Undefined: no attempt lived at that moment. */
export function toEvidencePlace(attempts: readonly Attempt[], timeMs: number): EvidencePlace | undefined {
  const attempt = attempts.findLast(
    ({ connection: { startedMs, endedMs = Infinity } }) =>
      startedMs <= timeMs && timeMs <= endedMs + AFTER_END_MS,
  );
  if (attempt === undefined) return undefined;
  const { id, messages } = attempt.connection;
  const index = messages.findLastIndex((message) => message.timeMs <= timeMs);
  return { connectionId: id, messageIndex: index === -1 ? undefined : index };
}
