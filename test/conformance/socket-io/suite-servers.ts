import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { SuiteServer } from '../mocha/compare-mocha';

/** The parts of the libraries that are used here; they come from the checkout, not from this project. */
interface SocketIoServer {
  readonly httpServer: http.Server;
  close(): void;
}
interface EngineSocket {
  send(data: unknown): void;
  on(name: 'message', listener: (data: unknown) => void): void;
  readonly transport: { readonly dataReq?: { readonly headers: unknown } };
}
interface Engine {
  on(name: 'connection', listener: (socket: EngineSocket) => void): void;
  on(name: 'initial_headers', listener: (headers: Record<string, unknown>) => void): void;
  close(): void;
}

/** socket.io-client: its own `test/support/server.ts`, which also serves the page, so that nothing is cross-origin. */
export async function startSocketIoServer(
  packageDir: string,
  pages: http.RequestListener,
): Promise<SuiteServer> {
  const { createServer } = (await import(path.join(packageDir, 'test/support/server.ts'))) as {
    readonly createServer: () => SocketIoServer;
  };
  const server = createServer();
  const own = server.httpServer.listeners('request') as http.RequestListener[];
  server.httpServer.removeAllListeners('request');
  server.httpServer.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    const isForSuite = request.url?.startsWith('/socket.io') === true;
    for (const listener of isForSuite ? own : [pages]) listener(request, response);
  });
  if (!server.httpServer.listening) await new Promise((done) => server.httpServer.once('listening', done));
  return {
    origin: originOf(server.httpServer),
    stop() {
      server.close();
      server.httpServer.closeAllConnections();
      return Promise.resolve();
    },
  };
}

/** engine.io-client: what its `test/support/hooks.js` sets up with express and rollup, without those. */
export async function startEngineIoServer(
  packageDir: string,
  pages: http.RequestListener,
): Promise<SuiteServer> {
  const httpServer = http.createServer(pages);
  const { attach } = createRequire(path.join(packageDir, 'test/index.js'))('engine.io') as {
    readonly attach: (server: http.Server, options: object) => Engine;
  };
  const engine = attach(httpServer, {
    pingInterval: 500,
    maxHttpBufferSize: 100,
    allowRequest: ({ url = '' }: http.IncomingMessage, answer: (problem: null, isAllowed: boolean) => void) =>
      answer(null, !new URL(url, 'http://localhost').searchParams.has('deny')),
  });
  engine.on('connection', (socket) => {
    socket.send('hi');
    socket.on('message', (data) => {
      if (data === 'give binary') socket.send(Int8Array.from([0, 1, 2, 3, 4]));
      else if (data === 'give utf8') socket.send('пойду спать всем спокойной ночи');
      else if (data === 'sendHeaders') socket.send(JSON.stringify(socket.transport.dataReq?.headers));
      else socket.send(data);
    });
  });
  engine.on('initial_headers', (headers) => {
    headers['set-cookie'] = [
      '1=1; Max-Age=86400',
      '2=2; Path=/; HttpOnly; Secure; SameSite=Strict',
      '3=3; Max-Age=0',
    ];
  });
  await new Promise<void>((done) => void httpServer.listen(0, done));
  return {
    origin: originOf(httpServer),
    async stop() {
      engine.close();
      httpServer.closeAllConnections();
      await new Promise((done) => httpServer.close(done));
    },
  };
}

function originOf(server: http.Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
