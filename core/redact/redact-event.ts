import type { HangupEvent, MessageEventRecord } from '../capture/event';
import { redactBytes } from './redact-bytes';
import { redactCookies } from './plain-text';
import { takeCredential, type Redaction } from './redaction';
import { redactText } from './text-redactor';

/** The one name under which bodies that nobody can read are listed. */
export const UNREADABLE_BODIES = 'unreadable-bodies';

/**
 * How the preview calls the fields of events. What is not here is called by its own name. A Map, because a stranger's
 * field may be called `constructor`.
 */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['url', 'address'],
  ['documentUrl', 'page address'],
  ['redirectUrl', 'redirect address'],
  ['text', 'message'],
  ['reason', 'close reason'],
  ['failure', 'failure text'],
  ['failureText', 'failure text'],
  ['error', 'error text'],
  ['message', 'error text'],
  ['stack', 'stack'],
  ['body', 'answer body'],
  ['protocols', 'subprotocol'],
  ['protocol', 'subprotocol'],
]);

/** Ours, and never the page's words. Ids are what events are joined by. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'type',
  'source',
  'streamId',
  'connectionId',
  'seq',
  'timeMs',
  'socketId',
  'direction',
  'format',
  'sizeBytes',
  'readyState',
  'transport',
]);

/** The same event with every text in it redacted, however deep, unknown fields included. */
export function redactEvent<Event extends HangupEvent>(event: Event, context: Redaction): Event {
  if (
    event.type === 'message' &&
    event.text !== undefined &&
    event.bytes === undefined &&
    hasOwnFieldsOnly(event)
  ) {
    const text = redactText(event.text, { where: 'message' }, 0, context);
    return text === event.text ? event : { ...event, text };
  }
  const { bytes, ...rest } = event as MessageEventRecord;
  const redacted = Object.fromEntries(
    Object.entries(rest).map(([field, value]) => [field, redactField(field, value, context)]),
  );
  if (bytes === undefined) return redacted as Event;
  return { ...redacted, ...redactBody(bytes, context) } as Event;
}

/** Of most events by far: nothing in it but its text could be a stranger's. */
function hasOwnFieldsOnly(event: MessageEventRecord): boolean {
  for (const field in event)
    if (field !== 'text' && field !== 'isCut' && !OWN_FIELDS.has(field)) return false;
  return true;
}

function redactBody(
  bytes: Uint8Array,
  context: Redaction,
): { readonly bytes: Uint8Array } | { readonly isCut: true } {
  const readable = redactBytes(bytes, 'binary message', context);
  if (readable !== undefined) return { bytes: readable };
  if (context.isKept(UNREADABLE_BODIES)) return { bytes };
  context.write(UNREADABLE_BODIES, 'binary message');
  return { isCut: true };
}

function redactField(field: string, value: unknown, context: Redaction): unknown {
  if (OWN_FIELDS.has(field)) return value;
  if (field === 'responseHeaders' || field === 'headers') return redactHeaders(value, context);
  return redactData(value, PLACES.get(field) ?? field, context);
}

/** Any plain data with every text in it redacted. Fields stay. */
export function redactData(value: unknown, where: string, context: Redaction): unknown {
  if (typeof value === 'string') return redactText(value, { where }, 0, context);
  if (Array.isArray(value)) return value.map((one) => redactData(one, where, context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      field === 'headers' ? redactHeaders(inner, context) : redactMember(field, inner, where, context),
    ]),
  );
}

function redactMember(field: string, value: unknown, where: string, context: Redaction): unknown {
  const kind = context.names.kindOf(field);
  if (kind !== undefined && typeof value === 'string')
    return takeCredential(value, kind, `${where}: ${field}`, context);
  return redactData(value, PLACES.get(field) ?? where, context);
}

function redactHeaders(headers: unknown, context: Redaction): unknown {
  if (!Array.isArray(headers)) return redactData(headers, 'header', context);
  return headers.map((header: unknown) => {
    if (!Array.isArray(header)) return redactData(header, 'header', context);
    const [name, value] = header as readonly unknown[];
    if (typeof name !== 'string' || typeof value !== 'string') return redactData(header, 'header', context);
    return [name, redactHeader(name, value, context)];
  });
}

function redactHeader(name: string, value: string, context: Redaction): string {
  const where = `header ${name.slice(0, 60)}`;
  if (/^(?:set-cookie2?|cookie)$/i.test(name)) return redactCookies(value, where, context);
  const kind = context.names.kindOf(name);
  // `WWW-Authenticate: Bearer error="invalid_token"` says why, and holds none.
  return kind === undefined || /^(?:www|proxy)-authenticate$/i.test(name)
    ? redactText(value, { where, isId: /-id$|^traceparent$/i.test(name) }, 0, context)
    : takeCredential(value, kind, where, context);
}
