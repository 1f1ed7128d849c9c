import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { WebSocketServer } from 'ws';
import { createGraphqlEndpoint } from './graphql-endpoint';
import sockjs from 'sockjs';
import { createMqttEndpoint } from './mqtt-endpoint';
import { createSignalrEndpoint } from './signalr-endpoint';
import { attachSocketIoServers } from './socket-io-servers';
import { createStompEndpoint } from './stomp-endpoint';

/** Something that speaks a protocol over the WebSockets of one path. */
export interface Endpoint {
  readonly server: WebSocketServer;
  stop(): Promise<void>;
}

/** A page with real clients in it, and the servers that they connect to, on 127.0.0.1 only. */
export interface ProtocolPages {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves `/page`, whose scripts import what `clients.ts` exports from `/clients.js`. */
export async function startProtocolPages(): Promise<ProtocolPages> {
  const clients = await bundleClients();
  const endpoints: ReadonlyMap<string, Endpoint> = new Map([
    ['/graphql/refused', createGraphqlEndpoint()],
    ['/graphql/orders', createGraphqlEndpoint()],
    ['/mqtt', await createMqttEndpoint()],
    ['/stomp', createStompEndpoint()],
    ['/hub', createSignalrEndpoint()],
  ]);
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/clients.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? clients : '<!doctype html><title>Protocols</title>');
  });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const endpoint = endpoints.get(pathname);
    // The others belong to the Socket.IO servers, which listen to the same event.
    endpoint?.server.handleUpgrade(request, socket, head, (opened) => {
      endpoint.server.emit('connection', opened, request);
    });
  });
  const stopSocketIo = attachSocketIoServers(server);
  endWithSockJs(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      for (const endpoint of endpoints.values()) {
        for (const client of endpoint.server.clients) client.terminate();
        await endpoint.stop();
      }
      await stopSocketIo();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Says five things and ends the session, in SockJS's own words. */
function endWithSockJs(server: http.Server): void {
  const ending = sockjs.createServer({ prefix: '/sockjs', log: () => undefined });
  ending.on('connection', (connection) => {
    for (const word of ['one', 'two', 'three', 'four', 'five']) connection.write(word);
    connection.close(4001, 'session expired');
  });
  ending.installHandlers(server);
}

async function bundleClients(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'clients.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    // Socket.IO 2 is of a time when every bundler knew this name.
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
