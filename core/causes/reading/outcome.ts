import type { Connection } from '../../capture/connection';
import { toHandshakeOutcome, type HandshakeOutcome } from '../../handshake/handshake-outcome';

/** What the browser's half says; undefined: there is no such half. */
export function outcomeOf(connection: Connection): HandshakeOutcome | undefined {
  const { handshake, open, messages } = connection;
  if (handshake === undefined) return undefined;
  const outcome = toHandshakeOutcome(handshake);
  // Over HTTP/2 a WebSocket is opened with 200 and not with 101 (RFC 8441 section 5). That it opened shows in the
  // page's event or in the messages; without either a 200 is a refusal like any other.
  const isOpenedByHttp2 = outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
  return isOpenedByHttp2 && (open !== undefined || messages.length > 0) ? { kind: 'opened' } : outcome;
}

/** Only Chromium writes stack frames as `    at name (url:line:column)`; Firefox and Safari write `name@url`. */
const V8_FRAME = /^\s*at /m;

/** True where something proves that the page ran in Chromium; false where nothing does. */
export function isChromium({ handshake, constructed }: Connection): boolean {
  return handshake?.source === 'network-log' || V8_FRAME.test(constructed?.stack ?? '');
}
