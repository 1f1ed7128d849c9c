import { z } from 'zod';
import type { HangupEvent } from '../capture/event';
import { parseEvent } from '../capture/parse-event';
import { failure, success, type Result } from '../result';
import { fromBase64 } from './base64';
import { readHar } from './har';
import { bundleV1, FORMAT, type BundleV1, type EventV1 } from './v1';

/** A recording, whatever kind of file it was. */
export interface Recording {
  readonly kind: 'bundle' | 'har';
  readonly events: readonly HangupEvent[];
}

const markSchema = z.looseObject({
  format: z.unknown().optional(),
  version: z.unknown().optional(),
  log: z.unknown().optional(),
});

/** Reads a Hangup bundle or a HAR file. A problem is one sentence that says what to do. */
export function readRecording(text: string): Result<Recording> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const mark = markSchema.safeParse(json.value);
  if (mark.success && mark.data.format === FORMAT) return readBundle(json.value, mark.data.version);
  if (mark.success && mark.data.log !== undefined) return readHar(json.value);
  return failure(
    'This file is JSON, but neither a Hangup bundle nor a HAR: export one from Hangup, or "Save all as HAR" from DevTools.',
  );
}

function parseJson(text: string): Result<unknown> {
  const trimmed = text.trim();
  if (trimmed === '') return failure('This file is empty: export it again.');
  try {
    return success(JSON.parse(trimmed));
  } catch {
    const isCutOff = /^[[{]/.test(trimmed) && endsInside(trimmed);
    return failure(
      isCutOff
        ? 'This file is cut off: it starts as JSON and ends in the middle. Export or copy it again.'
        : 'This file is not JSON, so it is neither a Hangup bundle nor a HAR.',
    );
  }
}

/** Brackets or a string are open at the end: the text stops where JSON goes on. */
function endsInside(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < json.length; index += 1) {
    const char = json[index];
    if (isInString) {
      if (char === '\\') index += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
  }
  return isInString || depth > 0;
}

function readBundle(json: unknown, version: unknown): Result<Recording> {
  if (typeof version === 'number' && version > 1) {
    return failure(
      `This bundle has format version ${version}, and this Hangup reads up to version 1: update Hangup to open it.`,
    );
  }
  const parsed = bundleV1.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failure(
      `This Hangup bundle is damaged at "${issue?.path.join('.') ?? ''}" (${issue?.message ?? 'unknown'}): export it again.`,
    );
  }
  return toEvents(parsed.data);
}

function toEvents(bundle: BundleV1): Result<Recording> {
  const events: HangupEvent[] = [];
  for (const [index, stored] of bundle.events.entries()) {
    const event = parseEvent(stored.streamId, toRecord(stored));
    if (!event.ok) return failure(`This Hangup bundle is damaged at event ${index}. ${event.problem}`);
    events.push(event.value);
  }
  return success({ kind: 'bundle', events });
}

function toRecord(stored: EventV1): unknown {
  if (stored.type !== 'message' || stored.base64 === undefined) return stored;
  const { base64, ...rest } = stored;
  return { ...rest, bytes: fromBase64(base64) };
}
