import type { Conversation } from '../capture/chain';
import type { EventOf, HangupEvent } from '../capture/event';

/** What of a recording goes into a file. */
export interface ExportScope {
  /** Chains that are left in, by id; undefined: all. */
  readonly chainIds: ReadonlySet<string> | undefined;
  /** Messages from here on; what is not a message tells how it came to that, and stays. */
  readonly fromMs: number | undefined;
  readonly hasBodies: boolean;
}

/** The events of a scope. What the page and the browser did is always in it: it explains the sockets. */
export function scopeEvents(
  events: readonly HangupEvent[],
  conversations: readonly Conversation[],
  { chainIds, fromMs, hasBodies }: ExportScope,
): readonly HangupEvent[] {
  const sockets = chainIds && socketsOf(conversations, chainIds);
  const kept: HangupEvent[] = [];
  for (const event of events) {
    if (sockets !== undefined && 'socketId' in event && !sockets.has(`${event.streamId}/${event.socketId}`))
      continue;
    if (event.type !== 'message') kept.push(event);
    else if (fromMs === undefined || event.timeMs >= fromMs)
      kept.push(hasBodies ? event : withoutBody(event));
  }
  return kept;
}

function withoutBody(event: EventOf<'message'>): HangupEvent {
  const bare: HangupEvent = { ...event, isCut: true };
  delete bare.text;
  delete bare.bytes;
  return bare;
}

/** Both halves of each connection, and the transports that a polling session moved to. */
function socketsOf(
  conversations: readonly Conversation[],
  chainIds: ReadonlySet<string>,
): ReadonlySet<string> {
  const sockets = new Set<string>();
  for (const chain of conversations.flatMap(({ chains }) => chains)) {
    if (!chainIds.has(chain.id)) continue;
    for (const { connection } of chain.attempts) {
      for (const one of [connection, ...connection.failedUpgrades]) {
        sockets.add(one.id);
        for (const half of [one.constructed, one.constructorThrew, one.open, one.close, one.handshake])
          if (half !== undefined) sockets.add(`${half.streamId}/${half.socketId}`);
        if (one.pollingSocketId !== undefined) sockets.add(`${one.streamId}/${one.pollingSocketId}`);
      }
    }
  }
  return sockets;
}
