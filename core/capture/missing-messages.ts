import type { ConnectionDraft } from './connection-draft';
import type { EventOf } from './event';

/**
 * Counts the messages that a page had and that are not here. The page counts what went over each socket; a producer
 * says up to where it has handed over what it still keeps. What is counted up to there and did not come was dropped
 * to bound memory. Before that it may still be on its way, and nothing is claimed: unless the page is gone, for nobody
 * can ask it any more.
 */
export interface MissingMessages {
  onTraffic(draft: ConnectionDraft): void;
  /** @param message has been added to the draft already */
  onMessage(draft: ConnectionDraft, message: EventOf<'message'>): void;
  onPayloadRead(event: EventOf<'payload-read'>): void;
  /** A page that was left can come back, with all that it has kept. */
  onPageTurned(event: EventOf<'page-hidden' | 'page-shown'>): void;
}

/** One document's hook. */
interface Stream {
  throughSeq: number;
  isPageGone: boolean;
  /** Those whose newest totals nothing has settled yet. */
  readonly waiting: Set<ConnectionDraft>;
  /** Those that were counted because the page is gone. What it sent last may come after the news of that. */
  readonly counted: Set<ConnectionDraft>;
}

export function createMissingMessages(onChanged: (draft: ConnectionDraft) => void): MissingMessages {
  const streams = new Map<string, Stream>();

  function streamOf(streamId: string): Stream {
    let stream = streams.get(streamId);
    if (stream === undefined) {
      stream = { throughSeq: -1, isPageGone: false, waiting: new Set(), counted: new Set() };
      streams.set(streamId, stream);
    }
    return stream;
  }

  function settle({ throughSeq, isPageGone, waiting, counted }: Stream): void {
    for (const draft of waiting) {
      const { traffic } = draft;
      if (traffic === undefined) continue;
      const isRead = traffic.seq <= throughSeq;
      if (!isRead && !isPageGone) continue;
      waiting.delete(draft);
      if (!isRead) counted.add(draft);
      tell(draft, Math.max(0, traffic.messagesIn + traffic.messagesOut - heldBefore(draft, traffic)));
    }
  }

  function recount(stream: Stream): void {
    for (const draft of stream.counted) stream.waiting.add(draft);
    stream.counted.clear();
  }

  function tell(draft: ConnectionDraft, missing: number | undefined): void {
    if (missing === draft.missingMessages) return;
    draft.missingMessages = missing;
    onChanged(draft);
  }

  return {
    onTraffic(draft) {
      const stream = streamOf(draft.streamId);
      stream.waiting.add(draft);
      settle(stream);
    },
    onMessage(draft, { seq }) {
      const { traffic, missingMessages = 0 } = draft;
      if (traffic === undefined || seq > traffic.seq || !streamOf(draft.streamId).counted.has(draft)) return;
      tell(draft, Math.max(0, missingMessages - 1));
    },
    onPayloadRead({ streamId, seq }) {
      const stream = streamOf(streamId);
      if (seq <= stream.throughSeq) return;
      stream.throughSeq = seq;
      recount(stream);
      settle(stream);
    },
    onPageTurned({ streamId, type }) {
      const stream = streamOf(streamId);
      stream.isPageGone = type === 'page-hidden';
      if (!stream.isPageGone) {
        for (const draft of stream.counted) tell(draft, undefined);
        recount(stream);
      }
      settle(stream);
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
