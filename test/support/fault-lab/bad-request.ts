/**
 * The person asked for a fault that the lab does not have. Thrown by the families, caught in one place each for
 * HTTP and for upgrades, and answered 400 with its message: a lab that falls over tests nothing.
 */
export class BadRequest extends Error {}

const LONGEST_WAIT_MS = 600_000;

/** A whole number from the query, or `fallback` where it is absent. */
export function readNumber(
  query: URLSearchParams,
  name: string,
  { fallback, most }: { fallback: number; most: number },
): number {
  const text = query.get(name);
  return text === null ? fallback : parseNumber(text, `"${name}"`, { least: 0, most });
}

/** How long to wait before misbehaving, from the query parameter `after`, in ms. */
export function readAfterMs(query: URLSearchParams, fallback = 0): number {
  return readNumber(query, 'after', { fallback, most: LONGEST_WAIT_MS });
}

export function parseNumber(
  text: string | undefined,
  what: string,
  { least, most }: { least: number; most: number },
): number {
  const value = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadRequest(`${what} must be a whole number from ${least} to ${most}.`);
}

/** The entry of a table, or the sentence that lists what there is. */
export function pick<Value>(
  table: Readonly<Record<string, Value>>,
  name: string | undefined,
  what: string,
): Value {
  const found = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (found !== undefined) return found;
  throw new BadRequest(`There is no such ${what}. There are: ${Object.keys(table).join(', ')}.`);
}
