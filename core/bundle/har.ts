import { z } from 'zod';
import type { HangupEvent } from '../capture/event';
import { failure, success, type Result } from '../result';
import {
  harEntrySchema,
  harEntryToHandshake,
  harMessageToRecord,
  isWebSocketEntry,
  toMs,
  type HarEntry,
} from './har-entry';
import type { Recording } from './read';

/**
 * HAR 1.2 with Chromium's WebSocket extension. It tells how each handshake went and what was sent and received; it
 * holds no close code, and nobody's word on who closed.
 */
const harSchema = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });

const STREAM_ID = 'har';

export function readHar(json: unknown): Result<Recording> {
  const har = harSchema.safeParse(json);
  if (!har.success)
    return failure(
      'This file looks like a HAR, but has no list of entries ("log.entries"): export it again.',
    );
  const events: HangupEvent[] = [];
  let socketId = 0;
  for (const candidate of har.data.log.entries) {
    const entry = harEntrySchema.safeParse(candidate);
    // Other requests' entries may be of any shape: they are none of ours.
    if (!entry.success || !isWebSocketEntry(entry.data)) continue;
    // Not `push(...)`: one socket can have more messages than a call may have arguments.
    for (const event of toEvents(entry.data, (socketId += 1), events.length)) events.push(event);
  }
  return success({ kind: 'har', events });
}

function toEvents(entry: HarEntry, socketId: number, firstSeq: number): HangupEvent[] {
  const facts = harEntryToHandshake(entry);
  if (facts === undefined) return [];
  const startedMs = Date.parse(entry.startedDateTime ?? '');
  const messages = (entry._webSocketMessages ?? []).filter(({ type }) => type !== 'error');
  const common = { streamId: STREAM_ID, source: 'file' as const, socketId };
  const timeMs = Number.isFinite(startedMs) ? startedMs : toMs(messages[0]?.time, 0);
  const lastMs = messages.reduce((latest, { time }) => Math.max(latest, toMs(time, latest)), timeMs);
  const handshake: HangupEvent = {
    ...common,
    type: 'handshake',
    seq: firstSeq,
    timeMs,
    ...(Number.isFinite(startedMs) ? { startedMs } : undefined),
    endedMs: Math.max(lastMs, endOf(entry, timeMs)),
    ...facts,
  };
  return [
    handshake,
    ...messages.map((message, index) => ({
      ...common,
      seq: firstSeq + 1 + index,
      ...harMessageToRecord(message, timeMs),
    })),
  ];
}

/** For an answered handshake, `time` is how long the socket lived; for a refused one it means nothing (measured). */
function endOf(entry: HarEntry, startedMs: number): number {
  return entry.response?.status === 101 && typeof entry.time === 'number' && entry.time >= 0
    ? startedMs + entry.time
    : startedMs;
}
