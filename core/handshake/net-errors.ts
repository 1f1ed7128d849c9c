import type { FailureKind, FailureMeaning } from './failure';

type Row = readonly [kind: FailureKind, meaning: string, fix: string];

const CLOCK =
  'Renew the certificate; if it is in date, correct the clock of the machine the browser runs on.';
const CERTIFICATE_CHAIN =
  'Open the same host and port with https:// in a tab to read the certificate, then install one that this browser trusts, with its whole chain.';
const PROXY = 'Check the proxy settings of the browser and the operating system, and the proxy itself.';
const EARLIER_FAILURES =
  'Reconnect with a growing, random delay, and look at the first failure of the series: this one only follows from it.';

/**
 * Chromium's network errors that a WebSocket can end with (`net/base/net_error_list.h`), by name without
 * `net::ERR_`. Refused, name, unsafe port, certificate authority, reset, invalid response, proxy auth and local
 * network access were measured in Chromium 156; the others are read from that list.
 */
const NET_ERRORS: Readonly<Record<string, Row>> = {
  CONNECTION_REFUSED: [
    'refused',
    'Nothing listens at this host and port, or a firewall turns connections away.',
    'Start the server, and compare its port and address with the URL.',
  ],
  NAME_NOT_RESOLVED: [
    'name-not-resolved',
    'The host name has no address.',
    'Check the spelling of the host, and whether this machine needs a VPN or another DNS server to resolve it.',
  ],
  NAME_RESOLUTION_FAILED: [
    'name-not-resolved',
    'The DNS server could not be asked, or failed to answer.',
    'Check the DNS settings and the VPN of this machine.',
  ],
  ICANN_NAME_COLLISION: [
    'name-not-resolved',
    'The internal host name collides with a public top-level domain.',
    'Use a host name under a domain that you own.',
  ],
  SSL_PROTOCOL_ERROR: [
    'tls',
    'The port does not speak TLS, or speaks it in a way that the browser rejects. A wss:// URL to a plain port looks like this.',
    'Use ws:// for a plain port, or put TLS in front of it.',
  ],
  SSL_VERSION_OR_CIPHER_MISMATCH: [
    'tls',
    'Browser and server share no TLS version or cipher.',
    'Turn on TLS 1.2 or newer on the server.',
  ],
  CERT_AUTHORITY_INVALID: [
    'tls',
    'The certificate is self-signed, its chain is incomplete, or its issuer is not trusted here.',
    CERTIFICATE_CHAIN,
  ],
  CERT_COMMON_NAME_INVALID: [
    'tls',
    'The certificate is for another host name.',
    'Use the host name on the certificate, or issue one for the name in the URL.',
  ],
  CERT_DATE_INVALID: ['tls', 'The certificate has expired or is not valid yet.', CLOCK],
  CERT_REVOKED: ['tls', 'The certificate was revoked.', 'Install a new certificate.'],
  CERT_WEAK_SIGNATURE_ALGORITHM: [
    'tls',
    'The certificate is signed with a broken algorithm.',
    'Issue it again with SHA-256.',
  ],
  CERTIFICATE_TRANSPARENCY_REQUIRED: [
    'tls',
    'The certificate is not in the public transparency logs.',
    'Ask the issuer for a certificate with timestamps of the logs (SCTs).',
  ],
  CERT_KNOWN_INTERCEPTION_BLOCKED: [
    'tls',
    'A known interception tool answers in place of the server.',
    'Remove the tool that intercepts TLS on this machine.',
  ],
  BAD_SSL_CLIENT_AUTH_CERT: [
    'tls',
    'The server rejected the client certificate, or there was none to send.',
    'Browsers show no certificate dialog for sockets: open the https:// address first and choose one there.',
  ],
  CONNECTION_RESET: [
    'connection-lost',
    'The connection was reset before the handshake was complete.',
    'Look for a crash in the server log at this moment, then for a firewall or a proxy in between.',
  ],
  CONNECTION_CLOSED: [
    'connection-lost',
    'The connection was closed in the middle of the handshake.',
    'Look for a crash in the server log at this moment, then for a firewall or a proxy in between.',
  ],
  EMPTY_RESPONSE: [
    'connection-lost',
    'The server closed the connection without sending a byte.',
    'Check that the scheme fits the port (ws:// to a TLS port looks like this), then the server log.',
  ],
  INVALID_HTTP_RESPONSE: [
    'invalid-response',
    'What answered does not speak HTTP.',
    'Check the port: a database, SSH or another raw TCP service may listen there.',
  ],
  CONNECTION_TIMED_OUT: [
    'network',
    'No answer to the TCP connection: packets are dropped on the way.',
    'Check firewalls and security groups for this port, and whether the host is up.',
  ],
  TIMED_OUT: [
    'network',
    'The handshake was never answered.',
    'Check that every proxy passes the upgrade on, and whether the server is overloaded.',
  ],
  INTERNET_DISCONNECTED: [
    'network',
    'This machine is offline.',
    'Reconnect when the browser fires `online`.',
  ],
  NETWORK_CHANGED: [
    'network',
    'The network changed during the handshake.',
    'Reconnect: no other change is needed.',
  ],
  ADDRESS_UNREACHABLE: [
    'network',
    'There is no route to this address.',
    'Check the VPN, the subnet and IPv6.',
  ],
  ADDRESS_INVALID: [
    'network',
    'The address is not one that can be connected to.',
    'Check the host in the URL.',
  ],
  UNSAFE_PORT: [
    'network',
    'The browser forbids this port for every website.',
    'Move the server to another port: no server setting changes this.',
  ],
  BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS: [
    'network',
    'A public page tried to reach this machine or the local network without permission (Chrome 147 and newer).',
    'Allow "local network access" for the site, or serve the page from the local network.',
  ],
  BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS: [
    'network',
    'A public page tried to reach this machine or the local network without permission.',
    'Allow "local network access" for the site, or serve the page from the local network.',
  ],
  BLOCKED_BY_CLIENT: [
    'network',
    'An extension, such as an ad blocker, blocked the connection.',
    'Allow the site in that extension, or retry without it.',
  ],
  BLOCKED_BY_ADMINISTRATOR: [
    'network',
    'A policy of this browser forbids the address.',
    'Ask who manages the browser.',
  ],
  BLOCKED_BY_CSP: [
    'network',
    'The Content-Security-Policy of the page does not allow this address.',
    'Add the origin of the socket to `connect-src`.',
  ],
  CONTEXT_SHUT_DOWN: [
    'network',
    'The profile or the window of the browser was being closed.',
    'Nothing: open the page again.',
  ],
  NETWORK_ACCESS_DENIED: [
    'network',
    'Something on this machine forbids the browser to use the network.',
    'Check the local firewall and the security software.',
  ],
  NETWORK_IO_SUSPENDED: [
    'network',
    'The machine was asleep.',
    'Reconnect on wake-up: no other change is needed.',
  ],
  TEMPORARILY_THROTTLED: [
    'network',
    'The browser holds back attempts after many failures.',
    EARLIER_FAILURES,
  ],
  WS_THROTTLE_QUEUE_TOO_LARGE: ['network', 'Too many sockets wait for their handshake.', EARLIER_FAILURES],
  INSUFFICIENT_RESOURCES: ['network', 'The browser ran out of sockets or memory.', EARLIER_FAILURES],
  TUNNEL_CONNECTION_FAILED: [
    'network',
    'The HTTP proxy refused to open a tunnel to this host and port.',
    'Use wss:// on port 443, or have the proxy allow CONNECT to this port.',
  ],
  PROXY_CONNECTION_FAILED: ['network', 'The proxy cannot be reached.', PROXY],
  MANDATORY_PROXY_CONFIGURATION_FAILED: [
    'network',
    'The required proxy configuration could not be loaded.',
    PROXY,
  ],
  PROXY_CERTIFICATE_INVALID: ['network', "The proxy's own certificate is not trusted.", PROXY],
  PROXY_AUTH_UNSUPPORTED: ['network', 'The proxy asks for a login that the browser does not support.', PROXY],
  SOCKS_CONNECTION_FAILED: ['network', 'The SOCKS proxy could not connect.', PROXY],
  HTTP_1_1_REQUIRED: [
    'network',
    'The server demands HTTP/1.1.',
    'Turn off HTTP/2 for this path on the proxy.',
  ],
};

/** Families, for the members that the table does not list one by one. */
const FAMILIES: readonly (readonly [prefix: string, row: Row])[] = [
  ['CERT_', ['tls', 'The browser does not accept the certificate.', CERTIFICATE_CHAIN]],
  [
    'SSL_',
    ['tls', 'The TLS handshake failed.', 'Check that the port speaks TLS, and its protocol versions.'],
  ],
  [
    'DNS_',
    ['name-not-resolved', 'The host name could not be resolved.', 'Check the DNS settings of this machine.'],
  ],
];

/** Meaning of `net::ERR_<name>`, or undefined where the tables do not know it. */
export function netErrorMeaning(name: string): FailureMeaning | undefined {
  const known = Object.hasOwn(NET_ERRORS, name) ? NET_ERRORS[name] : undefined;
  const row = known ?? FAMILIES.find(([prefix]) => name.startsWith(prefix))?.[1];
  if (row === undefined) return undefined;
  const [kind, meaning, fix] = row;
  return { kind, meaning, fix };
}
