import type { HangupEvent } from '../capture/event';
import { parseEvent } from '../capture/parse-event';
import { failure, success, type Result } from '../result';
import { fromBase64, toBase64 } from './base64';
import { eventV1, type EventV1 } from './v1';

/** Fields of a stored event that this version does not know. They are kept, and written again. */
export type UnknownFields = Readonly<Record<string, unknown>>;

export interface ReadEvent {
  readonly event: HangupEvent;
  readonly unknown: UnknownFields | undefined;
}

/** Each type's own fields in the order of the schema: the same event is always written as the same text. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  eventV1.options.map(({ shape }) => [
    shape.type.value,
    ['type', ...Object.keys(shape).filter((field) => field !== 'type')],
  ]),
);

/** An event as a bundle holds it: bytes in base64, fields in the order of the schema, unknown ones last. */
export function toStored(event: HangupEvent, unknown: UnknownFields = {}): UnknownFields {
  const { bytes, ...rest } = event as HangupEvent & { readonly bytes?: Uint8Array };
  const plain: UnknownFields = bytes === undefined ? rest : { ...rest, base64: toBase64(bytes) };
  const stored: Record<string, unknown> = {};
  for (const field of FIELDS.get(event.type) ?? []) if (field in plain) stored[field] = plain[field];
  return { ...stored, ...plain, ...unknown };
}

/** @param index its place in the file, for the sentence that says what is wrong */
export function readStored(stored: unknown, index: number): Result<ReadEvent> {
  const parsed = eventV1.safeParse(stored);
  if (!parsed.success) {
    const type = typeof stored === 'object' && stored !== null && 'type' in stored ? stored.type : undefined;
    if (typeof type === 'string' && !FIELDS.has(type))
      return failure(
        `This bundle holds an event of a kind that this Hangup does not know ("${type.slice(0, 60)}"): update Hangup to open it.`,
      );
    const [issue] = parsed.error.issues;
    return failure(
      `This Hangup bundle is damaged at event ${index} ("${issue?.path.join('.') ?? ''}"): export it again.`,
    );
  }
  const event = parseEvent(parsed.data.streamId, toRecord(parsed.data));
  if (!event.ok) return failure(`This Hangup bundle is damaged at event ${index}. ${event.problem}`);
  return success({ event: event.value, unknown: unknownFieldsOf(parsed.data, event.value) });
}

function toRecord(stored: EventV1): unknown {
  if (stored.type !== 'message' || stored.base64 === undefined) return stored;
  const { base64, ...rest } = stored;
  return { ...rest, bytes: fromBase64(base64) };
}

function unknownFieldsOf(stored: EventV1, event: HangupEvent): UnknownFields | undefined {
  const unknown = Object.entries(stored).filter(
    // `__proto__` is nobody's field.
    ([field]) => !(field in event) && field !== 'base64' && field !== '__proto__',
  );
  return unknown.length === 0 ? undefined : Object.fromEntries(unknown);
}
