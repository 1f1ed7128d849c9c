import type { HangupEvent } from './capture/event';
import type { Finding } from './finding';

/**
 * Takes secrets out of an event before it leaves the machine. What a parameter, a key or a header is called decides,
 * and what a value looks like. Binary bodies are left out: nobody can say what is in them.
 */
export const REDACTED = 'REDACTED';

const SECRET_NAME = String.raw`[\w.-]{0,40}(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|auth|cookie|credential|signature|jwt|private[-_]?key|access[-_]?key|session[-_]?id|sessionid|sid)[\w.-]{0,40}`;

/** Name and value pairs: the name stays, the value goes. */
const PAIRS: readonly RegExp[] = [
  // In a URL's query or fragment, or a form body.
  new RegExp(String.raw`([?&;#](?:${SECRET_NAME}|key|sig|code)=)[^&#;\s"'<>\\]+`, 'gi'),
  // In running text, as in a close reason or a log line.
  new RegExp(String.raw`((?:^|[\s,(])${SECRET_NAME}=)[^&;\s"'<>\\,)]+`, 'gi'),
  // The same in an address that is itself a parameter of an address, however often it was encoded.
  new RegExp(
    String.raw`(%(?:25){0,3}(?:3F|26|3B)(?:${SECRET_NAME}|key|sig|code)%(?:25){0,3}3D)(?:(?!%(?:25){0,3}26)[^&#\s"'<>\\])+`,
    'gi',
  ),
  // In JSON.
  new RegExp(String.raw`("${SECRET_NAME}"\s{0,8}:\s{0,8}")(?:[^"\\]|\\.)+`, 'gi'),
  // In JSON that stands as a string inside JSON: its quotes are escaped, and its escaped quotes twice.
  new RegExp(String.raw`(\\+"${SECRET_NAME}\\+"\s{0,8}:\s{0,8}\\+")(?:[^"\\]|\\\\\\"|\\(?!"))+`, 'gi'),
];

/** What is a secret wherever it stands. */
const SHAPES: readonly RegExp[] = [
  /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g,
  /(?<=\b(?:Bearer|Basic)\s{1,4})[\w.~+/=-]{6,}/gi,
  /\b(?:sk|pk|rk)-[\w-]{16,}/g,
  /\bgh[pousr]_\w{20,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /(?<=\/\/)[^/\s:@"']{1,100}:[^/\s@"']{1,200}(?=@)/g,
  /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b/g,
];

const SECRET_HEADER =
  /^(?:set-cookie2?|cookie|authorization|proxy-authorization|x-api-key|x-session-api-key)$/i;

/** A text without its secrets. The same text always gives the same result. */
export function redactText(text: string): string {
  let redacted = text;
  for (const pair of PAIRS) redacted = redacted.replace(pair, `$1${REDACTED}`);
  for (const shape of SHAPES) redacted = redacted.replace(shape, REDACTED);
  return redacted;
}

/** The same event with every text in it redacted, however deep. */
export function redactEvent<Event extends HangupEvent>(event: Event): Event {
  if (event.type === 'message') {
    const { bytes, text, ...rest } = event;
    const cut = bytes === undefined ? undefined : { isCut: true };
    return { ...rest, ...(text === undefined ? undefined : { text: redactText(text) }), ...cut } as Event;
  }
  if (event.type === 'handshake' && event.responseHeaders !== undefined)
    return redactStrings({ ...event, responseHeaders: redactHeaders(event.responseHeaders) }) as Event;
  if (event.type === 'probe') {
    const steps = event.steps.map((step) => ({ ...step, headers: redactHeaders(step.headers ?? []) }));
    return redactStrings({ ...event, steps }) as Event;
  }
  return redactStrings(event) as Event;
}

function redactHeaders(headers: readonly [string, string][]): [string, string][] {
  return headers.map(([name, value]) => [name, SECRET_HEADER.test(name) ? REDACTED : value]);
}

/** Any plain data with every text in it redacted. Keys stay. */
function redactStrings(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redactStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactStrings(inner)]));
}

/** The same finding, evidence and all: it quotes what servers and pages said. */
export function redactFinding(finding: Finding): Finding {
  return redactStrings(finding) as Finding;
}
