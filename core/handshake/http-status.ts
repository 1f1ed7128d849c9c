/** A status in plain words, and what it means for a WebSocket handshake. */
export interface StatusMeaning {
  /** The phrase that goes with the number: "Forbidden". */
  readonly name: string;
  readonly meaning: string;
  readonly fix?: string;
}

const UPGRADE_LOST =
  'Have every proxy pass the upgrade on (nginx: proxy_http_version 1.1, and proxy_set_header for Upgrade and Connection).';
const FINAL_URL =
  'Use the address that the redirect leads to: browsers never follow a redirect for a socket.';

const STATUSES: Readonly<Record<number, StatusMeaning>> = {
  200: {
    name: 'OK',
    meaning: 'An ordinary page answered: the request did not reach a WebSocket server.',
    fix: `Route this path to the WebSocket server. ${UPGRADE_LOST}`,
  },
  204: {
    name: 'No Content',
    meaning: 'An ordinary HTTP handler answered.',
    fix: 'Route this path to the WebSocket server.',
  },
  301: { name: 'Moved Permanently', meaning: 'The server redirects the handshake.', fix: FINAL_URL },
  302: {
    name: 'Found',
    meaning: 'The server redirects the handshake, often to a login page.',
    fix: FINAL_URL,
  },
  303: { name: 'See Other', meaning: 'The server redirects the handshake.', fix: FINAL_URL },
  307: { name: 'Temporary Redirect', meaning: 'The server redirects the handshake.', fix: FINAL_URL },
  308: { name: 'Permanent Redirect', meaning: 'The server redirects the handshake.', fix: FINAL_URL },
  400: {
    name: 'Bad Request',
    meaning: 'The server does not accept the request as an upgrade, or a query parameter is wrong.',
    fix: UPGRADE_LOST,
  },
  401: { name: 'Unauthorized', meaning: 'The server wants credentials, or does not accept these.' },
  402: { name: 'Payment Required', meaning: 'A plan or a quota is used up, or a bill is open.' },
  403: {
    name: 'Forbidden',
    meaning: 'The server, or a proxy before it, refuses this client, origin or path.',
  },
  404: { name: 'Not Found', meaning: 'Nothing is served at this path.' },
  405: {
    name: 'Method Not Allowed',
    meaning: 'The path exists but does not take GET, which a handshake is.',
  },
  406: { name: 'Not Acceptable', meaning: 'A filter before the server, or the server, rejects the headers.' },
  407: {
    name: 'Proxy Authentication Required',
    meaning: 'A proxy login is demanded where the browser uses no proxy.',
    fix: 'Look for a server or a middlebox that answers 407 by mistake.',
  },
  408: { name: 'Request Timeout', meaning: 'The server waited too long for the request.' },
  409: { name: 'Conflict', meaning: 'Another connection of this client, or of this session, is in the way.' },
  410: { name: 'Gone', meaning: 'What was at this path is gone for good.' },
  413: {
    name: 'Content Too Large',
    meaning: 'The request is too big, often because of a long token or cookie.',
  },
  414: { name: 'URI Too Long', meaning: 'The URL is too long, often because of a token in the query.' },
  421: { name: 'Misdirected Request', meaning: 'This server is not responsible for this host name.' },
  423: { name: 'Locked', meaning: 'What is asked for is locked by somebody else.' },
  425: { name: 'Too Early', meaning: 'The server does not take requests in early TLS data.' },
  426: {
    name: 'Upgrade Required',
    meaning: 'The server wants another protocol or WebSocket version.',
    fix: UPGRADE_LOST,
  },
  429: {
    name: 'Too Many Requests',
    meaning: 'A rate or connection limit is reached.',
    fix: 'Wait longer between attempts, and close sockets that are no longer needed.',
  },
  431: {
    name: 'Request Header Fields Too Large',
    meaning: 'Cookies or other headers are too big.',
    fix: 'Clear the cookies of this site.',
  },
  451: {
    name: 'Unavailable For Legal Reasons',
    meaning: 'The server may not serve this client, often because of the country it is in.',
  },
  500: { name: 'Internal Server Error', meaning: 'The server failed while it handled the handshake.' },
  501: { name: 'Not Implemented', meaning: 'What answered does not know WebSockets.' },
  502: { name: 'Bad Gateway', meaning: 'A proxy got no valid answer from the server behind it.' },
  503: { name: 'Service Unavailable', meaning: 'The server is overloaded, shutting down or not ready.' },
  504: { name: 'Gateway Timeout', meaning: 'A proxy waited too long for the server behind it.' },
  505: { name: 'HTTP Version Not Supported', meaning: 'The server does not take HTTP/1.1.' },
  508: { name: 'Loop Detected', meaning: 'A proxy sends the request in a circle.' },
  511: {
    name: 'Network Authentication Required',
    meaning: 'This network wants a login first.',
    fix: 'Open any web page and log in to the network.',
  },
  520: {
    name: 'Unknown Error (Cloudflare)',
    meaning: 'The origin gave Cloudflare an answer it does not understand.',
  },
  521: {
    name: 'Web Server Is Down (Cloudflare)',
    meaning: 'The origin refuses connections from Cloudflare.',
  },
  522: {
    name: 'Connection Timed Out (Cloudflare)',
    meaning: 'Cloudflare could not connect to the origin in time.',
  },
  523: { name: 'Origin Is Unreachable (Cloudflare)', meaning: 'Cloudflare has no route to the origin.' },
  524: {
    name: 'A Timeout Occurred (Cloudflare)',
    meaning: 'The origin took the connection but did not answer in time.',
  },
  525: {
    name: 'SSL Handshake Failed (Cloudflare)',
    meaning: 'TLS between Cloudflare and the origin failed.',
  },
  526: {
    name: 'Invalid SSL Certificate (Cloudflare)',
    meaning: "Cloudflare does not accept the origin's certificate.",
  },
  527: { name: 'Railgun Error (Cloudflare)', meaning: 'Cloudflare lost its link to the origin.' },
  530: {
    name: 'Origin Error (Cloudflare)',
    meaning: 'Cloudflare cannot resolve or reach the origin: the body of the answer has a code of 1xxx.',
  },
};

/** Words for any status; a number that is not in the table is described by its class. */
export function statusMeaning(status: number): StatusMeaning {
  const known = STATUSES[status];
  if (known) return known;
  if (status >= 500) return { name: 'server error', meaning: 'The server, or a proxy before it, failed.' };
  if (status >= 400) return { name: 'client error', meaning: 'The server does not accept the request.' };
  if (status >= 300)
    return { name: 'redirect', meaning: 'The server redirects the handshake.', fix: FINAL_URL };
  return {
    name: 'no upgrade',
    meaning: 'The server answered, but did not switch to WebSocket.',
    fix: UPGRADE_LOST,
  };
}
