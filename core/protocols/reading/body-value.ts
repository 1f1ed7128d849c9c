import { parseJson } from './json-fields';

/** What the body of a packet holds: JSON parsed, other text as it stands, bytes that are no text as they are. */
export function bodyValue(body: Uint8Array): unknown {
  const text = utf8In(body);
  if (text === undefined) return body;
  const parsed = parseJson(text);
  return parsed === undefined ? text : parsed.value;
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not text: most binary payloads end here.
    return undefined;
  }
}
