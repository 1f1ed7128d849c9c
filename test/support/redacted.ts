import type { HangupEvent, MessageEventRecord } from '../../core/capture/event';
import { planRedaction } from '../../core/redact/plan';

export function toMessages(...bodies: readonly (string | Uint8Array<ArrayBuffer>)[]): MessageEventRecord[] {
  return bodies.map((body, index) => ({
    type: 'message',
    source: 'page-hook',
    streamId: 's',
    socketId: 1,
    seq: index,
    timeMs: index,
    direction: 'in',
    sizeBytes: body.length,
    ...(typeof body === 'string' ? { format: 'text', text: body } : { format: 'binary', bytes: body }),
  }));
}

/** Events of one capture as an export writes them. */
export function redactAll<Event extends HangupEvent>(
  events: readonly Event[],
  keep: ReadonlySet<string> = new Set(),
): Event[] {
  const redactor = planRedaction(events).redactor(keep);
  return events.map((event) => redactor.event(event));
}

/** Texts of one capture as an export writes them. */
export function redactMessages(...texts: readonly string[]): (string | undefined)[] {
  return redactAll(toMessages(...texts)).map(({ text }) => text);
}
