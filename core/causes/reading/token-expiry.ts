import type { Connection } from '../../capture/connection';

/** Two base64url parts that begin like JSON objects: header and claims of a JWT. Bounded, so that no text is slow. */
const JWT = /\beyJ[\w-]{4,2000}\.(eyJ[\w-]{4,4000})/;
/** Where a page logs in, if it does so in a message. */
const FIRST_MESSAGES = 4;
/** Of one place; a token that begins later is not found. */
const LOOK_AT = 8_000;

/** When the token that this connection was opened with expires (its `exp`); undefined: no JWT was seen. */
export function tokenExpiryMs({ url, constructed, messages }: Connection): number | undefined {
  const protocols = constructed?.protocols ?? [];
  const said = messages
    .slice(0, FIRST_MESSAGES)
    .flatMap(({ direction, text }) => (direction === 'out' && text !== undefined ? [text] : []));
  for (const place of [url, ...protocols, ...said]) {
    const expiryMs = expiryIn(place.slice(0, LOOK_AT));
    if (expiryMs !== undefined) return expiryMs;
  }
  return undefined;
}

function expiryIn(text: string): number | undefined {
  const claims = JWT.exec(text)?.[1];
  if (claims === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof parsed !== 'object' || parsed === null || !('exp' in parsed)) return undefined;
    const { exp } = parsed;
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1_000 : undefined;
  } catch {
    // It looked like a token and is none.
    return undefined;
  }
}
