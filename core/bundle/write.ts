import type { HangupEvent } from '../capture/event';
import { planRedaction } from '../redact/plan';
import { toBase64 } from './base64';
import { FORMAT, type BundleV1 } from './v1';

export interface BundleFacts {
  readonly createdAt: string;
  readonly appVersion: string;
  readonly browser: string;
  readonly droppedEvents: number;
}

/** A capture as the text of a bundle file, secrets redacted. */
export function writeBundle(events: readonly HangupEvent[], facts: BundleFacts): string {
  const redactor = planRedaction(events).redactor();
  const bundle: BundleV1 = {
    format: FORMAT,
    version: 1,
    createdAt: facts.createdAt,
    app: { name: 'Hangup', version: facts.appVersion },
    browser: facts.browser,
    isRedacted: true,
    droppedEvents: facts.droppedEvents,
    events: events.map((event) => toStored(redactor.event(event))),
  };
  return `${JSON.stringify(bundle, undefined, 1)}\n`;
}

function toStored(event: HangupEvent): BundleV1['events'][number] {
  if (event.type !== 'message' || event.bytes === undefined) return event;
  const { bytes, ...rest } = event;
  return { ...rest, base64: toBase64(bytes) };
}
