import { conversationIdOf } from '../capture/conversation-id';
import type { HangupEvent } from '../capture/event';
import type { Profile } from '../profiles/profile';
import { profiles as builtInProfiles } from '../profiles/catalogue';
import { runToEnd } from '../run-to-end';
import type { LiteralHunter } from './literal-hunter';
import { KEY_LENGTH, looksRandom } from './looks-random';
import { redactData, redactEvent, UNREADABLE_BODIES } from './redact-event';
import { createSecretBook, type SecretBook } from './secret-book';
import { createSecretNames, SECRET_KINDS } from './secret-name';
import { ANY_SHAPE } from './secret-shapes';
import { hunt, type Redaction as Context } from './redaction';
import { redactText } from './text-redactor';

/** One thing that was taken out, as the preview lists it. */
export interface ListedRedaction {
  /** `token-3`: what stands in its place, everywhere. */
  readonly pseudonym: string;
  readonly kind: string;
  /** How often it stood somewhere. */
  readonly count: number;
  /** Where, the most frequent first: `address: session_api_key`. */
  readonly places: readonly { readonly where: string; readonly count: number }[];
}

/** What redaction did to a capture, and what it can do again with some of it left as it was. */
export interface RedactionPlan {
  /** Everything that would be taken out if nothing were kept. */
  readonly redactions: () => readonly ListedRedaction[];
  /** The secret behind a pseudonym, for the user's eyes alone. */
  readonly valueOf: (pseudonym: string) => string | undefined;
  /** @param keep pseudonyms that the user wants to leave as they are */
  readonly redactor: (keep?: ReadonlySet<string>) => Redactor;
}

export interface Redactor {
  event<Event extends HangupEvent>(event: Event): Event;
  /** Any other plain data of the capture: fields that this version does not know. */
  data(value: unknown): unknown;
  /** What was taken out so far; where nothing is kept, of the whole capture. */
  redactions(): readonly ListedRedaction[];
}

export interface RedactionOptions {
  /** Pseudonyms that the recording came with. */
  readonly known?: Iterable<string> | undefined;
  readonly profiles?: readonly Profile[];
}

/** Finds every secret of a capture, before anything of it is written. */
export function planRedaction(events: readonly HangupEvent[], options: RedactionOptions = {}): RedactionPlan {
  return runToEnd(redactionSteps(events, options));
}

/** How many events are looked at between two breaths. */
const EVENTS_PER_STEP = 500;

/** The same in steps, so that a page can breathe between them. Yields how much is read, from 0 to 1: all of it twice. */
export function* redactionSteps(
  events: readonly HangupEvent[],
  { known = [], profiles = builtInProfiles }: RedactionOptions = {},
): Generator<number, RedactionPlan, void> {
  const taken = takenNames(events);
  const book = createSecretBook(new Set(known), (name) => taken.has(name));
  const names = createSecretNames(profiles.flatMap(secretNamesOf));
  const ids = idsOf(events, profiles);
  const collecting: Context = {
    names,
    book,
    ids,
    inside: redactText,
    hunter: undefined,
    write: (pseudonym) => pseudonym,
    isKept: () => false,
  };
  const plain = new WeakSet<HangupEvent>();
  for (const [index, event] of events.entries()) {
    if (redactEvent(event, collecting) === event && isPlain(event)) plain.add(event);
    if (index % EVENTS_PER_STEP === EVENTS_PER_STEP - 1) yield (index + 1) / events.length / 2;
  }
  return yield* planSteps(events, book, { names, book, ids }, plain);
}

function* planSteps(
  events: readonly HangupEvent[],
  book: SecretBook,
  parts: Pick<Context, 'names' | 'book' | 'ids'>,
  plain: WeakSet<HangupEvent>,
): Generator<number, RedactionPlan, void> {
  const hunter = book.hunter();
  const byName = new Map(book.secrets().map(({ pseudonym, value }) => [pseudonym, value]));

  function createRedactor(keep: ReadonlySet<string>, counts: PlaceCounts): Redactor {
    const context: Context = {
      ...parts,
      inside: redactText,
      hunter,
      isKept: (pseudonym) => keep.has(pseudonym),
      write(pseudonym, where) {
        const places = counts.get(pseudonym) ?? new Map<string, number>();
        counts.set(pseudonym, places);
        places.set(where, (places.get(where) ?? 0) + 1);
        return pseudonym;
      },
    };
    return {
      event: (event) => (plain.has(event) ? huntInMessage(event, context) : redactEvent(event, context)),
      data: (value) => redactData(value, 'other field', context),
      redactions: () => toList(counts, hunter),
    };
  }

  // Everything is read a second time, with all secrets known, and kept: the preview lists it, and it is written as it
  // is unless the user keeps some of it.
  const counts: PlaceCounts = new Map();
  const first = createRedactor(new Set(), counts);
  const redacted = new Map<HangupEvent, HangupEvent>();
  for (const [index, event] of events.entries()) {
    redacted.set(event, first.event(event));
    if (index % EVENTS_PER_STEP === EVENTS_PER_STEP - 1) yield 0.5 + (index + 1) / events.length / 2;
  }
  const listed = toList(counts, hunter);

  function fromFirst(): Redactor {
    const copy = new Map([...counts].map(([pseudonym, places]) => [pseudonym, new Map(places)]));
    const more = createRedactor(new Set(), copy);
    return {
      ...more,
      // The same event in, an event of the same kind out.
      event: <Event extends HangupEvent>(event: Event) =>
        (redacted.get(event) as Event | undefined) ?? more.event(event),
    };
  }

  return {
    redactor: (keep) =>
      keep === undefined || keep.size === 0 ? fromFirst() : createRedactor(keep, new Map()),
    valueOf: (pseudonym) => byName.get(pseudonym),
    redactions: () => listed,
  };
}

/** How often each pseudonym stands where. */
type PlaceCounts = Map<string, Map<string, number>>;

function toList(counts: PlaceCounts, hunter: LiteralHunter): readonly ListedRedaction[] {
  return [...counts].map(([pseudonym, places]) => toListed(pseudonym, places, hunter));
}

/** Nothing in it is encoded, so what is known to be a secret would stand in it as it is. */
function isPlain(event: HangupEvent): boolean {
  return event.type === 'message' && !/[%\\]|[A-Za-z0-9+/_-]{16}/.test(event.text ?? '%');
}

function huntInMessage<Event extends HangupEvent>(event: Event, context: Context): Event {
  if (event.type !== 'message' || event.text === undefined) return event;
  const text = hunt(event.text, { where: 'message' }, context);
  return text === event.text ? event : { ...event, text };
}

function toListed(
  pseudonym: string,
  counts: ReadonlyMap<string, number>,
  hunter: LiteralHunter,
): ListedRedaction {
  const places = [...counts]
    .map(([where, count]) => ({ where: placeName(where, hunter), count }))
    .sort((a, b) => b.count - a.count);
  return {
    pseudonym,
    kind: pseudonym === UNREADABLE_BODIES ? 'binary' : pseudonym.replace(/-\d+$/, ''),
    count: places.reduce((sum, { count }) => sum + count, 0),
    places,
  };
}

/** A place is called by names of strangers, and somebody may use a token as a name; the list goes into files too. */
function placeName(where: string, hunter: LiteralHunter): string {
  return hunter
    .replace(where, (known) => known)
    .replace(/[\w+/=-]{16,}/g, (run) =>
      ANY_SHAPE.test(run) || (run.length >= KEY_LENGTH && looksRandom(run)) ? '…' : run,
    );
}

/** A profile may name secrets of its application. */
function secretNamesOf(profile: Profile): readonly string[] {
  const secrets: unknown = 'secrets' in profile ? profile.secrets : undefined;
  return Array.isArray(secrets) ? secrets.filter((name) => typeof name === 'string') : [];
}

/** Conversation ids in the addresses, as they stand there and in one spelling. */
function idsOf(events: readonly HangupEvent[], profiles: readonly Profile[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (const event of events) {
    if (event.type !== 'socket-constructed' && event.type !== 'handshake') continue;
    if (seen.has(event.url)) continue;
    seen.add(event.url);
    const id = conversationIdOf(event.url, profiles);
    if (id === undefined) continue;
    ids.add(id);
    if (/^[0-9a-f]{32}$/.test(id)) ids.add(id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  }
  return ids;
}

const LOOKS_LIKE_A_NAME = new RegExp(String.raw`\b(?:${SECRET_KINDS.join('|')})-\d{1,7}\b`, 'g');

/** Texts of the capture that look like a name of ours and are not: no secret gets such a name. */
function takenNames(events: readonly HangupEvent[]): ReadonlySet<string> {
  const taken = new Set<string>();
  function look(value: unknown): void {
    if (typeof value === 'string') {
      if (value.includes('-')) for (const [name] of value.matchAll(LOOKS_LIKE_A_NAME)) taken.add(name);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      Object.values(value).forEach(look);
  }
  for (const event of events) look(event);
  return taken;
}
