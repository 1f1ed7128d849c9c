/** A code and a colon at the start: `4400: Connection initialization failed`. */
const LEADING_CODE = /^\s*[1-9]\d{3}\s*:/;
/** OpenAI Realtime closes a session that ran too long with 1001 and this in the reason. */
const SESSION_LIMIT = /maximum duration/i;

/**
 * Servers put the true reason into the text of 1000 and 1001, where nobody looks: Hasura closes with
 * `1000 {"server_error_msg":"4400: ..."}`. Returns that text, or undefined when the reason hides no error.
 */
export function hiddenError(reason: string): string | undefined {
  if (LEADING_CODE.test(reason) || SESSION_LIMIT.test(reason)) return reason.trim();
  if (!reason.trimStart().startsWith('{')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(reason);
  } catch {
    // Cut at 123 bytes, or not JSON at all: the key alone then has to do.
    return /"\w*error\w*"\s*:/i.test(reason) ? reason.trim() : undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const entry = Object.entries(parsed).find(([key, value]) => /error/i.test(key) && Boolean(value));
  if (entry === undefined) return undefined;
  const value: unknown = entry[1];
  return typeof value === 'string' ? value : JSON.stringify(value);
}
