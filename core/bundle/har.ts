import { z } from 'zod';
import type { HangupEvent } from '../capture/event';
import { failure, success, type Result } from '../result';
import { closeEventsOf, isCloseFrame, isControlFrame } from './har-close';
import {
  harEntrySchema,
  harEntryToHandshake,
  harMessageToRecord,
  isWebSocketEntry,
  toMs,
  webSocketMessageSchema,
  type HarEntry,
} from './har-entry';
import { createMessageKeeper } from './message-keeper';
import type { Recording } from './recording';

/**
 * HAR 1.2 with Chromium's WebSocket extension, as Chromium, Firefox, mitmproxy and Proxyman write it, and with the
 * `_close` that Hangup adds. It tells how each handshake went and what was sent and received; without `_close` it holds
 * no close code, and nobody's word on who closed.
 */
export interface HarReader {
  /** A message of the entry that comes next: a file has them before the entry's end. */
  addMessage(item: unknown): void;
  addEntry(item: unknown): void;
  /** Something of the entry that comes next was too large to be read. */
  addDropped(): void;
  end(log: unknown): Result<Recording>;
}

const STREAM_ID = 'har';

const logSchema = z.object({
  entries: z.array(z.unknown()),
  creator: z
    .object({ name: z.string(), version: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** The limits are those of `ReadingLimits`. */
export function createHarReader(bodyLength: number, connectionCount: number): HarReader {
  const events: HangupEvent[] = [];
  const keeper = createMessageKeeper(bodyLength);
  let socketId = 0;
  let dropped = 0;
  let droppedSockets = 0;

  function push(entry: HarEntry): void {
    const facts = harEntryToHandshake(entry);
    const { messages, dropped: droppedHere } = keeper.take();
    if (facts === undefined) return;
    socketId += 1;
    dropped += droppedHere;
    const startedMs = Date.parse(entry.startedDateTime ?? '');
    const place = { streamId: STREAM_ID, socketId };
    const common = { ...place, source: 'file' as const };
    const timeMs = Number.isFinite(startedMs) ? startedMs : toMs(messages[0]?.time, 0);
    const lastMs = messages.reduce((latest, { time }) => Math.max(latest, toMs(time, latest)), timeMs);
    const endedMs = Math.max(lastMs, endOf(entry, timeMs));
    const failureText = messages.find(({ type }) => type === 'error')?.data;
    events.push({
      ...common,
      type: 'handshake',
      seq: events.length,
      timeMs,
      ...(Number.isFinite(startedMs) ? { startedMs } : undefined),
      endedMs,
      ...facts,
      // No text at all is no empty text: only Chromium's "" says that the words were withheld.
      ...(failureText === undefined ? undefined : { failure: failureText.slice(0, 4_096) }),
    });
    for (const message of messages) {
      if (message.type === 'error' || isCloseFrame(message) || isControlFrame(message)) continue;
      // There can be millions, and engines copy fast only what is spread first.
      events.push({ ...harMessageToRecord(message, timeMs), ...common, seq: events.length });
    }
    const hasOpened = facts.status === 101 || messages.some(({ type }) => type !== 'error');
    events.push(...closeEventsOf(entry, messages, place, { startedMs: timeMs, endedMs, hasOpened }));
  }

  return {
    addMessage(item) {
      const message = webSocketMessageSchema.safeParse(item);
      // Messages of a kind that we do not know are passed over; the others of the entry still count.
      if (message.success) keeper.add(message.data);
    },
    addDropped: () => keeper.drop(),
    addEntry(item) {
      const entry = harEntrySchema.safeParse(item);
      // Other requests' entries may be of any shape: they are none of ours.
      if (!entry.success || !isWebSocketEntry(entry.data)) keeper.take();
      else if (socketId < connectionCount) push(entry.data);
      else {
        keeper.take();
        droppedSockets += 1;
      }
    },
    end(log) {
      const parsed = logSchema.safeParse(log);
      if (!parsed.success)
        return failure(
          'This file looks like a HAR, but has no list of entries ("log.entries"): export it again.',
        );
      const count = dropped + droppedSockets;
      const timeMs = events.at(-1)?.timeMs ?? 0;
      if (count > 0)
        events.push({
          type: 'events-dropped',
          source: 'file',
          streamId: STREAM_ID,
          seq: events.length,
          timeMs,
          count,
        });
      const { creator } = parsed.data;
      return success({
        kind: 'har',
        events,
        ...(creator !== undefined && { writer: `${creator.name} ${creator.version ?? ''}`.trim() }),
      });
    },
  };
}

/** For an answered handshake, `time` is how long the socket lived; for a refused one it means nothing (measured). */
function endOf(entry: HarEntry, startedMs: number): number {
  return entry.response?.status === 101 && typeof entry.time === 'number' && entry.time >= 0
    ? startedMs + entry.time
    : startedMs;
}
