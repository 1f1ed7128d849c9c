import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { Server as NetServer, Socket } from 'node:net';
import { createSelfSignedCertificate } from './certificate';
import { createUpgradeDispatcher } from './dispatch-upgrade';
import { createHttpHandler } from './http';
import { startMortalServer } from './mortal-server';
import { holdRefusedPort } from './refused-port';
import { attachSocketIo, SOCKET_IO_PATH } from './socket-io';

/** A server that misbehaves as its URL asks, on 127.0.0.1 only. */
export interface FaultLab {
  readonly httpOrigin: string;
  readonly wsOrigin: string;
  /** `wss://`, with a certificate that nobody signed. The same faults are there, but for Socket.IO. */
  readonly tlsWsOrigin: string;
  /** A port where nothing listens. */
  readonly refusedWsOrigin: string;
  /** A server that dies half a second after somebody has connected, and is back some seconds later. */
  readonly mortalWsOrigin: string;
  /** Cuts every connection and frees every port. */
  stop(): Promise<void>;
}

/** Starts the lab; `port` is the plain port (0: any). Rejects if that port is taken. */
export async function startFaultLab(options: { readonly port?: number } = {}): Promise<FaultLab> {
  const plain = http.createServer();
  const tls = https.createServer(await createSelfSignedCertificate());
  const handleRequest = createHttpHandler(() => lab);
  const handleUpgrade = createUpgradeDispatcher();
  const sockets = new Set<Socket>();
  for (const server of [plain, tls]) {
    keepSockets(server, sockets);
    server.on('request', handleRequest);
    server.on('clientError', (_problem, socket) => {
      // TLS to the plain port gets here; text in answer makes the browser name it a TLS protocol error.
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nThe lab cannot read this as HTTP.\n');
    });
  }
  tls.on('upgrade', handleUpgrade);
  plain.on('upgrade', (request, socket, head) => {
    // Those belong to the Socket.IO server, which listens to the same event.
    if (request.url?.startsWith(SOCKET_IO_PATH) !== true) handleUpgrade(request, socket, head);
  });
  const socketIo = attachSocketIo(plain);
  const port = await listen(plain, options.port ?? 0);
  const tlsPort = await listen(tls, 0);
  const refused = await holdRefusedPort();
  const mortal = await startMortalServer();

  const lab: FaultLab = {
    httpOrigin: `http://127.0.0.1:${port}`,
    wsOrigin: `ws://127.0.0.1:${port}`,
    tlsWsOrigin: `wss://127.0.0.1:${tlsPort}`,
    refusedWsOrigin: `ws://127.0.0.1:${refused.port}`,
    mortalWsOrigin: `ws://127.0.0.1:${mortal.port}`,
    async stop() {
      const closed = [socketIo.close(), new Promise((done) => tls.close(done))];
      refused.stop();
      mortal.stop();
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
  return lab;
}

/** A server's `close` waits for its connections; the lab must be able to cut them, also those it keeps hanging. */
function keepSockets(server: NetServer, sockets: Set<Socket>): void {
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Peers that vanish are this lab's daily bread.
    socket.on('error', () => undefined);
  };
  server.on('connection', keep);
  server.on('secureConnection', keep);
}

async function listen(server: NetServer, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no TCP address.');
  return address.port;
}
