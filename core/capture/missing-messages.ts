import type { ConnectionDraft } from './connection-draft';
import type { EventOf } from './event';

/**
 * Counts the messages that a page had and that are not here. The page counts what went over each socket; a producer
 * says up to where it has handed over what it still keeps. What is counted up to there and did not come was dropped
 * to bound memory. Before that it may still be on its way, and nothing is claimed.
 */
export interface MissingMessages {
  onTraffic(draft: ConnectionDraft): void;
  onPayloadRead(event: EventOf<'payload-read'>): void;
}

export function createMissingMessages(onChanged: (draft: ConnectionDraft) => void): MissingMessages {
  const throughSeq = new Map<string, number>();
  /** Drafts whose newest totals no `payload-read` has reached yet, by stream. */
  const open = new Map<string, Set<ConnectionDraft>>();

  function settle(streamId: string): void {
    const through = throughSeq.get(streamId) ?? -1;
    const waiting = open.get(streamId) ?? new Set();
    for (const draft of waiting) {
      const { traffic } = draft;
      if (traffic === undefined || traffic.seq > through) continue;
      waiting.delete(draft);
      const missing = Math.max(0, traffic.messagesIn + traffic.messagesOut - heldBefore(draft, traffic));
      if (missing === draft.missingMessages) continue;
      draft.missingMessages = missing;
      onChanged(draft);
    }
  }

  return {
    onTraffic(draft) {
      const waiting = open.get(draft.streamId) ?? new Set();
      open.set(draft.streamId, waiting.add(draft));
      settle(draft.streamId);
    },
    onPayloadRead({ streamId, seq }) {
      if (seq <= (throughSeq.get(streamId) ?? -1)) return;
      throughSeq.set(streamId, seq);
      settle(streamId);
    },
  };
}

/** Messages of this very socket, up to the moment in which it was counted. */
function heldBefore(draft: ConnectionDraft, { seq, socketId }: EventOf<'socket-traffic'>): number {
  let held = 0;
  for (const message of (draft.partOf ?? draft).messages) {
    if (message.seq > seq) break;
    if (message.socketId === socketId) held += 1;
  }
  return held;
}
