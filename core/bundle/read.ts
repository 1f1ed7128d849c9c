import { z } from 'zod';
import type { HangupEvent } from '../capture/event';
import { failure, success, type Result } from '../result';
import { createHarReader } from './har';
import { createJsonSplitter } from './json-splitter';
import { migrate } from './migrate';
import type { Recording } from './recording';
import { readStored, type UnknownFields } from './stored-event';
import { FORMAT, headV1 } from './v1';

/** Reads a file as it arrives. Nothing in it is executed, and no part of it is trusted. */
export interface RecordingReader {
  feed(chunk: string): void;
  end(): Result<Recording>;
}

export interface ReadingLimits {
  /** Message bodies of a HAR that are kept, in UTF-16 units: of each socket the first and the last of them. */
  readonly bodyLength: number;
  /** A bundle of more is not opened. */
  readonly eventCount: number;
  /** Connections that are kept; events of others are counted as dropped. A bundle may have two halves of each. */
  readonly connectionCount: number;
}
const MEGABYTE = 1_048_576;
const DEFAULT_LIMITS: ReadingLimits = {
  bodyLength: 512 * MEGABYTE,
  // More than any capture has, and as many as a machine can hold.
  eventCount: 3_000_000,
  // More say nothing that the first do not say, and nobody can look at them.
  connectionCount: 20_000,
};

const NEITHER =
  'This file is JSON, but neither a Hangup bundle nor a HAR: export one from Hangup, or "Save all as HAR" from DevTools.';

const markSchema = z.looseObject({ format: z.unknown().optional(), log: z.unknown().optional() });

export function createRecordingReader(limits: Partial<ReadingLimits> = {}): RecordingReader {
  const { bodyLength, eventCount, connectionCount } = { ...DEFAULT_LIMITS, ...limits };
  const har = createHarReader(bodyLength, connectionCount);
  const stored: unknown[] = [];
  let hasStarted = false;
  let isNoJson = false;
  let isTooMuch = false;

  const splitter = createJsonSplitter({
    lists: ['events', 'log.entries', 'log.entries.*._webSocketMessages'],
    depth: 100,
    itemLength: 64 * MEGABYTE,
    stringLength: (list) => (list === '' ? MEGABYTE : list === 'log.entries' ? 65_536 : 16 * MEGABYTE),
    onItem(list, item) {
      if (list === 'log.entries') har.addEntry(item);
      else if (list !== 'events') har.addMessage(item);
      else if (stored.length < eventCount && !isTooMuch) stored.push(item);
      else {
        isTooMuch = true;
        stored.length = 0;
      }
    },
    onTooLarge(list) {
      if (list === 'events') isTooMuch = true;
      else har.addDropped();
    },
  });

  return {
    feed(chunk) {
      if (!hasStarted) {
        const start = chunk.replace(/^\ufeff/, '').trimStart();
        if (start === '') return;
        hasStarted = true;
        isNoJson = !/^[[{]/.test(start);
        if (!isNoJson) splitter.feed(start);
      } else if (!isNoJson) splitter.feed(chunk);
    },
    end() {
      if (!hasStarted) return failure('This file is empty: export it again.');
      if (isNoJson) return failure('This file is not JSON, so it is neither a Hangup bundle nor a HAR.');
      const rest = splitter.end();
      if (!rest.ok) return rest;
      const mark = markSchema.safeParse(rest.value);
      if (!mark.success) return failure(NEITHER);
      if (mark.data.format === FORMAT) {
        if (isTooMuch)
          return failure('This bundle holds more than can be opened: export a shorter time range.');
        return readBundle(mark.data, stored, 2 * connectionCount);
      }
      return mark.data.log === undefined ? failure(NEITHER) : har.end(mark.data.log);
    },
  };
}

/** Reads a Hangup bundle or a HAR file. A problem is one sentence that says what to do. */
export function readRecording(text: string, limits?: Partial<ReadingLimits>): Result<Recording> {
  const reader = createRecordingReader(limits);
  reader.feed(text);
  return reader.end();
}

function readBundle(
  head: Readonly<Record<string, unknown>>,
  stored: readonly unknown[],
  mostSockets: number,
): Result<Recording> {
  const hasEvents = Array.isArray(head['events']);
  const migrated = migrate({ head, events: stored });
  if (!migrated.ok) return migrated;
  // The list of events is handed out apart, and `__proto__` is nobody's field.
  const fields = Object.entries(migrated.value.head).filter(
    ([field]) => field !== 'events' && field !== '__proto__',
  );
  const parsed = headV1.safeParse(Object.fromEntries(fields));
  if (!parsed.success || !hasEvents) {
    const [issue] = parsed.error?.issues ?? [];
    return failure(
      `This Hangup bundle is damaged at "${issue?.path.join('.') ?? 'events'}" (${issue?.message ?? 'no list'}): export it again.`,
    );
  }
  const events: HangupEvent[] = [];
  const unknownFields = new Map<HangupEvent, UnknownFields>();
  const sockets = new Set<string>();
  for (const [index, one] of migrated.value.events.entries()) {
    const read = readStored(one, index);
    if (!read.ok) return read;
    const { event, unknown } = read.value;
    if ('socketId' in event) {
      const socket = `${event.streamId}/${event.socketId}`;
      if (sockets.size < mostSockets) sockets.add(socket);
      else if (!sockets.has(socket)) continue;
    }
    events.push(event);
    if (unknown !== undefined) unknownFields.set(event, unknown);
  }
  const dropped = stored.length - events.length;
  return success({
    kind: 'bundle',
    events,
    head: { ...parsed.data, droppedEvents: parsed.data.droppedEvents + dropped },
    ...(unknownFields.size > 0 && { unknownFields }),
  });
}
