import { z } from 'zod';
import type { HangupEvent } from '../capture/event';
import { failure, success, type Result } from '../result';
import { fromBase64 } from './base64';
import {
  harEntrySchema,
  harEntryToHandshake,
  isWebSocketEntry,
  type HarEntry,
  type HarWebSocketMessage,
} from './har-entry';
import type { Recording } from './read';

/**
 * HAR 1.2 with Chromium's WebSocket extension. It tells how each handshake went and what was sent and received; it
 * holds no close code, and nobody's word on who closed.
 */
const harSchema = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });

const STREAM_ID = 'har';
/** RFC 6455 section 5.2. */
const BINARY_FRAME = 2;

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
    ...messages.map((message, index) => toMessage(message, { ...common, seq: firstSeq + 1 + index }, timeMs)),
  ];
}

/** For an answered handshake, `time` is how long the socket lived; for a refused one it means nothing (measured). */
function endOf(entry: HarEntry, startedMs: number): number {
  return entry.response?.status === 101 && typeof entry.time === 'number' && entry.time >= 0
    ? startedMs + entry.time
    : startedMs;
}

function toMs(seconds: number | undefined, otherwise: number): number {
  const ms = (seconds ?? NaN) * 1_000;
  return Number.isFinite(ms) ? ms : otherwise;
}

function toMessage(
  message: HarWebSocketMessage,
  common: { streamId: string; source: 'file'; socketId: number; seq: number },
  startedMs: number,
): HangupEvent {
  const data = message.data ?? '';
  const head = {
    ...common,
    type: 'message' as const,
    timeMs: toMs(message.time, startedMs),
    direction: message.type === 'send' ? ('out' as const) : ('in' as const),
  };
  if (message.opcode !== BINARY_FRAME) return { ...head, format: 'text', sizeBytes: data.length, text: data };
  const bytes = fromBase64(data);
  return bytes === undefined
    ? { ...head, format: 'binary', sizeBytes: data.length }
    : { ...head, format: 'binary', sizeBytes: bytes.length, bytes };
}
