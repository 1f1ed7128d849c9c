/** What an Engine.IO server says with status 400 or 403 when it does not take a request. */
export interface EngineIoRefusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Codes and texts of engine.io `lib/server.ts`; python-engineio sends texts of its own under the same codes.
 * https://socket.io/docs/v4/troubleshooting-connection-issues/
 */
const MEANINGS: Readonly<Record<number, string>> = {
  0: 'It does not know the transport that the client asked for: enable polling on the server, or ask for another.',
  1: 'It does not know the session: each request of a session must reach the same server, so turn sticky sessions on in the load balancer, or let the client use WebSocket alone.',
  2: 'A session must begin with GET: something between client and server changes the method.',
  3: 'It could not read the request: look at the query and at what stands between client and server.',
  4: 'Its `allowRequest` refused this client: look at what it checks (origin, cookie, token).',
  5: 'It does not speak this protocol revision: bring the versions of client and server together (`allowEIO3` for old clients).',
};

/** Reads the body of a refused poll: `{"code":1,"message":"Session ID unknown"}`. */
export function readEngineIoRefusal(body: string): EngineIoRefusal | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof parsed === 'string') return { code: -1, message: parsed };
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(parsed));
  const code = fields.get('code');
  const message = fields.get('message');
  if (typeof code !== 'number' || typeof message !== 'string') return undefined;
  return { code, message };
}

/** What to do about it; undefined for codes that are not Engine.IO's. */
export function engineIoAdvice({ code }: EngineIoRefusal): string | undefined {
  return MEANINGS[code];
}
