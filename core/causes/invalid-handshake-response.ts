import type { Connection } from '../capture/connection';
import { CLEAR, type Cause, type Evidence, type Ruling } from './cause';
import { rulingForFailure } from './reading/failure-ruling';
import { evidenceOf, found } from './reading/found';
import { didOpen } from './reading/opened';

export const invalidHandshakeResponse: Cause = {
  id: 'invalid-handshake-response',
  layer: 'handshake',
  severity: 'error',
  title: 'The answer to the handshake is not a valid one',
  explanation:
    'Something answered, but the browser may not accept the answer as a WebSocket handshake (RFC 6455 section 4.1). Chromium and Firefox differ here: Firefox opens a connection whose server ignores the offered subprotocols, Chromium does not.',
  likelyCauses: [
    'A proxy strips or rewrites the Upgrade, Connection or Sec-WebSocket headers of the answer.',
    'The server does not answer with one of the subprotocols that the page offers.',
    'The port belongs to a service that does not speak HTTP.',
  ],
  next: [
    'Compare the response headers with RFC 6455 section 4.2.2: Upgrade, Connection, Sec-WebSocket-Accept, Sec-WebSocket-Protocol.',
    'Connect to the server without the proxies in between, to see which of them changes the answer.',
  ],
  nextForUser: [
    'Try another network: a proxy that changes answers looks like this. Otherwise pass this finding on.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose(connection) {
    const ruling = rulingForFailure(connection, 'invalid-response');
    return ruling.verdict === 'clear' ? rulingForUnopened101(connection) : ruling;
  },
};

/**
 * Firefox 153 records an answer that breaks the rules as a 101 without a failure. The page then gets 1006 and never
 * `open`. Without a flaw in the recorded headers that is not proof: a broken frame right behind a good answer makes
 * Firefox skip `open` too (docs/discoveries/firefox-skips-open.md).
 */
function rulingForUnopened101(connection: Connection): Ruling {
  const { handshake } = connection;
  if (handshake?.status !== 101 || didOpen(connection)) return CLEAR;
  const flaws = headerFlaws(connection);
  if (flaws.length > 0) {
    const title = 'The server answered 101, but not with a valid handshake';
    return found([...evidenceOf(connection), ...flaws], { confidence: 'certain', title });
  }
  const { source, timeMs } = handshake;
  const text =
    'No flaw shows in the recorded headers: the Sec-WebSocket-Accept may be wrong, or the server hung up right after a good answer';
  return found([...evidenceOf(connection), { source, timeMs, text }], {
    confidence: 'likely',
    title: 'The server answered 101, and the connection never opened',
  });
}

function headerFlaws({ handshake, constructed }: Connection): Evidence[] {
  const { responseHeaders } = handshake ?? {};
  if (handshake === undefined || responseHeaders === undefined) return [];
  const headers = new Map(responseHeaders.map(([name, value]) => [name.toLowerCase(), value]));
  const flaws: string[] = [];
  for (const name of ['Upgrade', 'Connection', 'Sec-WebSocket-Accept']) {
    if (!headers.has(name.toLowerCase())) flaws.push(`The answer has no ${name} header`);
  }
  const picked = headers.get('sec-websocket-protocol');
  const offered = constructed?.protocols ?? [];
  if (picked !== undefined && !offered.includes(picked)) {
    const offer = offered.length === 0 ? 'none' : offered.join(', ');
    flaws.push(`The server picked the subprotocol ${picked}; the page offered ${offer}`);
  }
  return flaws.map((text) => ({ source: handshake.source, timeMs: handshake.timeMs, text }));
}
