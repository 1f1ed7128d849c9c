import type { Connection } from '../../capture/connection';
import { toHandshakeOutcome, type HandshakeOutcome } from '../../handshake/handshake-outcome';

/** What the browser's half says; undefined: there is no such half. */
export function outcomeOf({ handshake }: Connection): HandshakeOutcome | undefined {
  return handshake && toHandshakeOutcome(handshake);
}

/** Only Chromium writes stack frames as `    at name (url:line:column)`; Firefox and Safari write `name@url`. */
const V8_FRAME = /^\s*at /m;

/** True where something proves that the page ran in Chromium; false where nothing does. */
export function isChromium({ handshake, constructed }: Connection): boolean {
  return handshake?.source === 'network-log' || V8_FRAME.test(constructed?.stack ?? '');
}
