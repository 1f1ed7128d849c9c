import { issueWords } from './issue-words';
import { placesIn, toLines, type JsonPath, type LineAndColumn } from './json-places';
import { scanJson } from './json-scan';
import { profileSchema, type Profile } from './profile';

/** One thing that must be changed before this is a profile. */
export interface ProfileProblem {
  /** Names and list positions with dots between them: `signs.0.title`. Empty: the whole. */
  readonly path: string;
  /** Where it stands in the text; undefined: there was no text. */
  readonly place?: LineAndColumn;
  /** A sentence that says what to do. */
  readonly message: string;
}

export type ProfileCheck =
  | { readonly ok: true; readonly value: Profile }
  /** @property more problems than are listed */
  | { readonly ok: false; readonly problems: readonly ProfileProblem[]; readonly more: number };

/** Larger than any taxonomy that a person writes: OpenHands' has 100,000. */
export const LONGEST_PROFILE = 500_000;
/** More would be a list that nobody reads. */
const MOST_PROBLEMS = 20;

interface Found {
  readonly path: JsonPath;
  readonly message: string;
}

/** Data from anybody, held against the schema. */
export function checkProfile(data: unknown): ProfileCheck {
  return toCheck(findProblems(data), undefined);
}

/** The same from the text of a file, with the line of each problem. */
export function checkProfileText(written: string): ProfileCheck {
  // Editors on Windows put a byte order mark before a text.
  const text = written.replace(/^\ufeff/, '');
  const refuse = (message: string, place?: LineAndColumn): ProfileCheck => ({
    ok: false,
    problems: [{ path: '', message, ...(place && { place }) }],
    more: 0,
  });
  if (text.length > LONGEST_PROFILE)
    return refuse('Choose another file: this one has more than 500,000 characters, and is no profile.');
  if (text.trim() === '') return refuse('Put a profile here: this is empty.');
  const fault = scanJson(text);
  if (fault !== undefined) return refuse(fault.message, toLines(text, [fault.offset])[0]);
  const data: unknown = JSON.parse(text);
  return toCheck(findProblems(data), text);
}

function findProblems(data: unknown): readonly Found[] | Profile {
  const parsed = profileSchema.safeParse(data);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      path: issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
      message: issueWords(issue, !standsAt(data, issue.path)),
    }));
  const ids = parsed.data.signs.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice === -1) return parsed.data;
  const message = `Give this sign an id of its own: another one is called "${ids[twice] ?? ''}" too.`;
  return [{ path: ['signs', twice, 'id'], message }];
}

function toCheck(found: readonly Found[] | Profile, text: string | undefined): ProfileCheck {
  if (!isList(found)) return { ok: true, value: found };
  const listed = found.slice(0, MOST_PROBLEMS);
  const places =
    text === undefined
      ? []
      : placesIn(
          text,
          listed.map(({ path }) => path),
        );
  const problems = listed.map(({ path, message }, index): ProfileProblem => {
    const place = places[index];
    return {
      path: path.map((step) => String(step).slice(0, 100)).join('.'),
      message,
      ...(place && { place }),
    };
  });
  return { ok: false, problems, more: found.length - listed.length };
}

function standsAt(data: unknown, path: JsonPath): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return true;
}

function isList(found: readonly Found[] | Profile): found is readonly Found[] {
  return Array.isArray(found);
}

/** One problem in one line: `Line 12, signs.0.title: A title has no full stop.` */
export function problemWords({ path, place, message }: ProfileProblem): string {
  const line = place === undefined ? '' : `Line ${place.line}`;
  const where = [line, path].filter((part) => part !== '').join(', ');
  return where === '' ? message : `${where}: ${message}`;
}
