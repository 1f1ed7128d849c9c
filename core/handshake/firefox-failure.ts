import type { FailureMeaning } from './failure';

/**
 * Firefox's error constants (`onErrorOccurred` of webRequest). Refused, unknown host, reset and abort were measured
 * in Firefox 153; the others are what the names say and were not seen in a WebSocket handshake yet.
 */
const CONSTANTS: Readonly<Record<string, FailureMeaning>> = {
  NS_ERROR_CONNECTION_REFUSED: {
    kind: 'refused',
    meaning: 'Nothing listens at this host and port, or a firewall turns connections away.',
    fix: 'Start the server, and compare its port and address with the URL.',
  },
  NS_ERROR_UNKNOWN_HOST: {
    kind: 'name-not-resolved',
    meaning: 'The host name has no address.',
    fix: 'Check the spelling of the host, and whether this machine needs a VPN or another DNS server to resolve it.',
  },
  NS_ERROR_NET_RESET: {
    kind: 'connection-lost',
    meaning: 'The connection was closed or reset before an answer came.',
    fix: 'Check that the scheme fits the port (ws:// to a TLS port looks like this), then look for a crash in the server log.',
  },
  NS_ERROR_NET_INTERRUPT: {
    kind: 'connection-lost',
    meaning: 'The connection broke off before the answer was complete.',
    fix: 'Look for a crash in the server log at this moment, then for a firewall or a proxy in between.',
  },
  NS_ERROR_NET_TIMEOUT: {
    kind: 'network',
    meaning: 'No answer came in time.',
    fix: 'Check firewalls for this port, and that every proxy passes the upgrade on.',
  },
  NS_ERROR_OFFLINE: {
    kind: 'network',
    meaning: 'Firefox is offline.',
    fix: 'Reconnect when the browser fires `online`.',
  },
  NS_ERROR_PROXY_CONNECTION_REFUSED: {
    kind: 'network',
    meaning: 'The proxy cannot be reached.',
    fix: 'Check the proxy settings of Firefox and the proxy itself.',
  },
  NS_ERROR_ABORT: {
    kind: 'network',
    meaning: 'The request was stopped inside Firefox. A blocking extension looks like this.',
    fix: 'Retry with ad blockers and other extensions turned off.',
  },
  NS_ERROR_CONTENT_BLOCKED: {
    kind: 'network',
    meaning: 'The Content-Security-Policy of the page does not allow this address.',
    fix: 'Add the origin of the socket to `connect-src`.',
  },
};

/** The handshake was answered, but not with 101: the status says the rest. */
export const ANSWERED_NOT_101 = 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED';

const TLS: FailureMeaning = {
  kind: 'tls',
  meaning: 'Firefox does not accept the certificate of the server, or could not agree on TLS.',
  fix: 'Open the same host and port with https:// in a tab to read the certificate, then install one that this browser trusts, with its whole chain.',
};

/** What Firefox's words mean; undefined: a constant that the table does not know. */
export function firefoxFailure(text: string): FailureMeaning | undefined {
  if (/^NS_[A-Z0-9_]+$/.test(text)) return CONSTANTS[text];
  // A TLS failure comes as a sentence in the language of the browser instead of a constant (Firefox 153).
  return TLS;
}
