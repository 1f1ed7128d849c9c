import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';

export interface MortalServer {
  readonly port: number;
  stop(): void;
}

const DIES_AFTER_MS = 500;
const DEAD_MS = 2_500;
/** Systems give outgoing connections numbers from 32768 on (Linux) or 49152 (macOS): a dead server's stays free. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A server that is killed soon after somebody has connected, without a Close frame, and is there again later. */
export async function startMortalServer(): Promise<MortalServer> {
  const sockets = new Set<Socket>();
  const server = createServer();
  const webSockets = new WebSocketServer({ server });
  let timer: NodeJS.Timeout | undefined;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  webSockets.on('connection', () => (timer ??= setTimeout(die, DIES_AFTER_MS)));
  // Of the HTTP server, which it hands on.
  webSockets.on('error', () => undefined);

  function die(): void {
    end();
    timer = setTimeout(() => {
      timer = undefined;
      server.listen(port, '127.0.0.1');
    }, DEAD_MS);
  }
  function end(): void {
    server.close();
    for (const socket of sockets) socket.destroy();
  }

  const port = await listenAnywhere(server);
  return {
    port,
    stop() {
      clearTimeout(timer);
      end();
    },
  };
}

async function listenAnywhere(server: Server): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    const isFree = await new Promise<boolean>((resolve) => {
      const onError = (): void => resolve(false);
      server.once('error', onError);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', onError);
        resolve(true);
      });
    });
    if (isFree) return port;
  }
}
