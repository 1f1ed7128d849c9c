import { once } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';

/** One request as the server got it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly isUpgrade: boolean;
  readonly cookie: string;
  readonly origin: string | undefined;
}

export interface ProbedServer {
  readonly httpOrigin: string;
  readonly wsOrigin: string;
  /** Requests to addresses with this in them, oldest first. */
  requests(part: string): readonly SeenRequest[];
  stop(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, readonly [number, Readonly<Record<string, string>>, string]>> = {
  '/401': [401, { 'X-Reason': 'no session' }, '{"detail":"log in first"}'],
  '/403': [403, {}, '{"detail":"bad api key"}'],
  '/challenge': [401, { 'WWW-Authenticate': 'Basic realm="probed"' }, 'who are you'],
  '/socket.io/': [200, {}, '0{"sid":"probed","upgrades":[]}'],
  '/429': [429, { 'Retry-After': '7' }, 'slow down'],
  '/503': [503, {}, '<h1>Service unavailable</h1>'],
  '/302': [302, { Location: '/page' }, ''],
  '/large': [403, {}, 'x'.repeat(200_000)],
  '/sockets/events/33333333333333333333333333333333': [401, {}, '{"error":"ExpiredError"}'],
  '/page': [
    200,
    { 'Content-Type': 'text/html', 'Set-Cookie': 'strict=1; SameSite=Strict; HttpOnly' },
    '<script>document.cookie = "lax=1; SameSite=Lax"; document.cookie = "plain=1";</script>',
  ],
};

/** Answers upgrades and plain requests alike, and keeps a list of who asked what. `/hang` never answers a plain one. */
export async function startProbedServer(): Promise<ProbedServer> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const note = ({ method = '', url = '', headers }: http.IncomingMessage): void => {
    const isUpgrade = headers.upgrade !== undefined;
    seen.push({ method, url, isUpgrade, cookie: headers.cookie ?? '', origin: headers.origin });
  };
  const answerTo = (url = ''): (typeof ANSWERS)[string] =>
    ANSWERS[url.replace(/\?.*$/s, '')] ?? [404, {}, 'no such answer'];
  const server = http.createServer((request, response) => {
    note(request);
    if (request.url?.startsWith('/hang') === true) return;
    const [status, headers, body] = answerTo(request.url);
    response.writeHead(status, headers).end(body);
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    const [status] = answerTo(request.url);
    socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no TCP address.');
  const host = `127.0.0.1:${address.port}`;
  return {
    httpOrigin: `http://${host}`,
    wsOrigin: `ws://${host}`,
    requests: (part) => seen.filter(({ url }) => url.includes(part)),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
