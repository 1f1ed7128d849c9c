import type { HangupEvent } from '../capture/event';
import { planRedaction, type ListedRedaction, type Redactor } from '../redact/plan';
import type { Recording } from './recording';
import { toStored, type UnknownFields } from './stored-event';
import { CURRENT_VERSION } from './migrate';
import { FORMAT, headV1, type HeadV1 } from './v1';

/** What a bundle says about itself; the writer adds what it did. */
export interface BundleFacts extends Pick<
  HeadV1,
  'createdAt' | 'browser' | 'environment' | 'scope' | 'unseen' | 'profiles' | 'droppedEvents'
> {
  readonly app?: HeadV1['app'];
  readonly appVersion?: string;
}

/** A capture on its way into a file. */
export interface BundleContent {
  readonly events: readonly HangupEvent[];
  readonly facts: BundleFacts;
  /** Fields of a file that was opened before, and that are unknown today. */
  readonly unknownFields?: ReadonlyMap<HangupEvent, UnknownFields>;
  /** What was taken out before it came here: a redacted file that was opened. */
  readonly earlier?: readonly ListedRedaction[];
  readonly keptSecrets?: number;
}

const EVENTS_PER_STEP = 500;

/**
 * A bundle's text in pieces, one event a line, so that a page can breathe between them.
 *
 * @param redactor undefined: everything is written as it is, because the user said so
 */
export function* bundleSteps(
  { events, facts, unknownFields, earlier, keptSecrets: keptBefore = 0 }: BundleContent,
  redactor: Redactor | undefined,
  keptNow = 0,
): Generator<string, void, void> {
  const { app, appVersion = '', createdAt, ...rest } = facts;
  const keptSecrets = keptBefore + keptNow;
  const head = inOrder({
    ...rest,
    format: FORMAT,
    version: CURRENT_VERSION,
    createdAt,
    app: app ?? { name: 'Hangup', version: appVersion },
    isRedacted: redactor !== undefined || earlier !== undefined,
    ...(keptSecrets > 0 && { keptSecrets }),
  });
  yield `${JSON.stringify(head, undefined, 1).slice(0, -2)},\n "events": [`;
  let text = '';
  for (const [index, event] of events.entries()) {
    const unknown = unknownFields?.get(event);
    const stored = toStored(
      redactor?.event(event) ?? event,
      redactor === undefined ? unknown : toFields(redactor.data(unknown)),
    );
    text += `${index === 0 ? '' : ','}\n  ${JSON.stringify(stored)}`;
    if (index % EVENTS_PER_STEP !== EVENTS_PER_STEP - 1) continue;
    yield text;
    text = '';
  }
  const redactions = [...(earlier ?? []), ...(redactor?.redactions() ?? [])];
  const lines = redactions.map((redaction) => `\n  ${JSON.stringify(redaction)}`);
  yield `${text}\n ],\n "redactions": [${lines.join(',')}${lines.length === 0 ? '' : '\n '}]\n}\n`;
}

/** Fields in the order of the schema, unknown ones last: what is opened and written again is the same text. */
function inOrder(head: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = Object.keys(headV1.shape).filter((field) => head[field] !== undefined);
  return { ...Object.fromEntries(known.map((field) => [field, head[field]])), ...head };
}

function toFields(data: unknown): UnknownFields {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

/** A capture as the text of a bundle file, secrets redacted. */
export function writeBundle(events: readonly HangupEvent[], facts: BundleFacts): string {
  return [...bundleSteps({ events, facts }, planRedaction(events).redactor())].join('');
}

/** A recording that was opened, as it can be written again: what it said of itself is kept. */
export function toContent(recording: Recording, otherwise: BundleFacts): BundleContent {
  const { head, events, unknownFields } = recording;
  if (head === undefined) return { events, facts: otherwise };
  const { isRedacted, redactions = [], keptSecrets = 0, ...facts } = head;
  return {
    events,
    facts,
    ...(unknownFields && { unknownFields }),
    ...(isRedacted && { earlier: redactions }),
    keptSecrets,
  };
}

/** Names that stand for secrets in a recording that was opened: they are no secrets themselves. */
export function knownPseudonyms({ earlier = [] }: BundleContent): readonly string[] {
  return earlier.map(({ pseudonym }) => pseudonym);
}
