/** What a JSON text holds by name; keys like `__proto__` are plain entries. Made for texts from strangers. */
export type JsonFields = ReadonlyMap<string, unknown>;

/** JSON that parses, or undefined: most messages are not JSON, and that is an answer. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  // A cheap look first: a parse that fails costs an exception.
  if (!/^\s*[[{"\d\-tfn]/.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The fields of a JSON object, or undefined: it is none. */
export function fieldsOf(value: unknown): JsonFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value));
}

/** The fields of a text that is one JSON object, or undefined. */
export function parseFields(text: string | undefined): JsonFields | undefined {
  if (text === undefined || !/^\s*\{/.test(text)) return undefined;
  return fieldsOf(parseJson(text)?.value);
}

/** The elements of a text that is one JSON array, or undefined. */
export function parseElements(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined || !/^\s*\[/.test(text)) return undefined;
  const value = parseJson(text)?.value;
  return Array.isArray(value) ? value : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** An id of a call, which protocols write as text or as a number. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
