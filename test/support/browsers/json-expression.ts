/**
 * Wraps an expression so that both browsers give the same result: awaited, and as JSON text (undefined when there is
 * no JSON for it). The line break keeps a trailing `// comment` harmless.
 */
export function toJsonExpression(expression: string): string {
  return `(async () => JSON.stringify(await (${expression}\n)))()`;
}

/** The caller of `evaluateIn...<T>` vouches for T: a test reads its own page. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function parseJsonAs<T>(json: string | undefined): T {
  return (json === undefined ? undefined : JSON.parse(json)) as T;
}
