import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { Server } from 'socket.io';
import { startV0Server } from './v0-server';
import { attachV1Server } from './v1-server';

/** A page with the clients of OpenHands, and the servers that they connect to, on 127.0.0.1 only. */
export interface OpenHandsPages {
  readonly origin: string;
  /** Host and port of each kind of server; `python`: undefined where it cannot be had. */
  readonly hosts: { readonly node: string; readonly python: string | undefined };
  stop(): Promise<void>;
}

/** @param python an interpreter that has python-socketio; undefined: none has */
export async function startOpenHandsPages(python: string | undefined): Promise<OpenHandsPages> {
  const clients = await bundleClients();
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/clients.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? clients : '<!doctype html><title>OpenHands</title>');
  });
  const stopV1 = attachV1Server(server);
  // Without `destroyUpgrade: false` Engine.IO ends, after one second, each socket of others that has stayed silent.
  const node = new Server(server, { path: '/node/socket.io', serveClient: false, destroyUpgrade: false });
  node.use((_socket, next) => {
    next(Object.assign(new Error('nope'), { data: [{ a: 1 }, 2] }));
  });
  const v0 = python === undefined ? undefined : await startV0Server(python);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hosts: { node: `127.0.0.1:${port}`, python: v0?.host },
    async stop() {
      stopV1();
      await node.close();
      await v0?.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundleClients(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'clients.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
