import type { Connection } from '../core/capture/connection';
import type { HangupEvent } from '../core/capture/event';

/**
 * The beginnings of the connections that were open when the user pressed Clear. They stay out of sight until the socket
 * is heard of again: without its beginning nobody would know whose end that is, and the browser's half of it would look
 * like the socket of a worker.
 */
export interface LeftOpen {
  /** @param taken all that is about to be forgotten, in order */
  remember(taken: readonly (readonly HangupEvent[])[], connections: readonly Connection[]): void;
  /** The same events, each socket's beginning before its first. */
  putBefore(events: readonly HangupEvent[]): readonly HangupEvent[];
  forget(): void;
}

/** As many of a socket's messages tell its protocol and carry its log-in. Our choice. */
const FIRST_MESSAGES = 10;

export function createLeftOpen(): LeftOpen {
  const beginnings = new Map<string, HangupEvent[]>();
  const started = new Map<string, HangupEvent>();

  function keep(event: HangupEvent): void {
    if (event.type === 'source-started') started.set(event.streamId, event);
    const beginning = beginnings.get(keyOf(event) ?? '');
    if (beginning === undefined) return;
    const isFirst =
      event.type === 'message' && beginning.filter(({ type }) => type === 'message').length < FIRST_MESSAGES;
    if (isFirst || event.type === 'socket-constructed' || event.type === 'socket-open') beginning.push(event);
  }

  return {
    remember(taken, connections) {
      for (const { constructed, handshake, endedMs } of connections) {
        if (constructed === undefined || endedMs !== undefined) continue;
        // Not the connection's id: that may come from its other half.
        const key = keyOf(constructed) ?? '';
        if (!beginnings.has(key)) beginnings.set(key, handshake === undefined ? [] : [handshake]);
      }
      for (const events of taken) for (const event of events) keep(event);
    },
    putBefore(events) {
      if (beginnings.size === 0) return events;
      const before: HangupEvent[] = [];
      for (const event of events) {
        const key = keyOf(event);
        const beginning = beginnings.get(key ?? '');
        if (key === undefined || beginning === undefined) continue;
        beginnings.delete(key);
        // The page's address, and since when the browser's log was read.
        before.push(...started.values(), ...beginning);
        started.clear();
      }
      return before.length === 0 ? events : [...before, ...events];
    },
    forget() {
      beginnings.clear();
      started.clear();
    },
  };
}

/** The socket that a page's event is about. */
function keyOf(event: HangupEvent): string | undefined {
  return 'socketId' in event && event.type !== 'handshake'
    ? `${event.streamId}/${event.socketId}`
    : undefined;
}
