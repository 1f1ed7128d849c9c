import type { HangupEvent } from '../capture/event';
import { REASON_LIMIT } from '../capture/event-parts';
import type { HarClose } from './har-close-schema';
import { toMs, type HarEntry, type HarWebSocketMessage } from './har-entry';

/** RFC 6455 section 5.5.1: two bytes of code, then the reason. */
const CLOSE_FRAME = 8;
const NEVER_SENT = new Set([1005, 1006, 1015]);

interface Place {
  readonly streamId: string;
  readonly socketId: number;
}

/**
 * What a file says of a socket's end, as the page's half of the connection. Empty: it does not say.
 *
 * Hangup's own `_close` is what the page saw. Proxies write the close frames that went over the wire, with opcode 8:
 * the first one says which side closed, and the page was given its code.
 *
 * @param opened when the handshake succeeded, if it did
 */
export function closeEventsOf(
  entry: HarEntry,
  messages: readonly HarWebSocketMessage[],
  place: Place,
  times: { readonly startedMs: number; readonly endedMs: number; readonly hasOpened: boolean },
): HangupEvent[] {
  const close = entry._close ?? frameToClose(messages, times.endedMs);
  if (close === undefined) return [];
  const page = { ...place, source: 'page-hook' as const };
  const { url } = entry.request;
  const events: HangupEvent[] = [
    { ...page, type: 'socket-constructed', seq: 1, timeMs: times.startedMs, url, protocols: [] },
  ];
  if (times.hasOpened)
    events.push({
      ...page,
      type: 'socket-open',
      seq: 2,
      timeMs: times.startedMs,
      protocol: '',
      extensions: '',
    });
  for (const { time, readyState, code, reason } of close.calls)
    events.push({
      ...page,
      type: 'socket-close-called',
      seq: events.length + 1,
      timeMs: toMs(time, times.endedMs),
      readyState,
      ...(code !== undefined && { code }),
      ...(reason !== undefined && { reason: reason.slice(0, REASON_LIMIT) }),
    });
  events.push({
    ...page,
    type: 'socket-close',
    seq: events.length + 1,
    timeMs: toMs(close.time, times.endedMs),
    code: close.code,
    reason: close.reason.slice(0, REASON_LIMIT),
    wasClean: close.wasClean,
    bufferedAmount: 0,
  });
  return events;
}

function frameToClose(messages: readonly HarWebSocketMessage[], endedMs: number): HarClose | undefined {
  const frame = messages.find(isCloseFrame);
  if (frame === undefined) return undefined;
  const { code = Number.parseInt(frame.data ?? '', 10), reason = '', time, type } = frame;
  if (!Number.isInteger(code) || code < 1_000 || code > 4_999 || NEVER_SENT.has(code)) return undefined;
  const byPage = type === 'send' ? [{ time: time ?? endedMs / 1_000, readyState: 1, code, reason }] : [];
  return { code, reason, wasClean: true, time, calls: byPage };
}

/** It is no message of the page's. */
export function isCloseFrame({ opcode, type }: HarWebSocketMessage): boolean {
  return opcode === CLOSE_FRAME || type === 'close';
}

/** RFC 6455 section 5.5: a ping or a pong, which no page sees. */
export function isControlFrame({ opcode = 0 }: HarWebSocketMessage): boolean {
  return opcode >= CLOSE_FRAME && opcode <= 15;
}
