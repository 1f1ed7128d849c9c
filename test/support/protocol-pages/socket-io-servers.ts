import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import createServer from 'socket.io-v2';

/** Today's Socket.IO server and that of version 2, each under a path of its own. Both refuse everyone. Gives what stops them. */
export function attachSocketIoServers(server: HttpServer): () => Promise<void> {
  // Without `destroyUpgrade: false` Engine.IO ends, after one second, each socket of others that has stayed silent.
  const options = { serveClient: false, destroyUpgrade: false };
  const today = new Server();
  today.use((_socket, next) => {
    next(new Error('invalid_session_api_key'));
  });
  today.attach(server, { path: '/v4/socket.io', ...options });
  const second = createServer(server, { path: '/v2/socket.io', ...options });
  second.use((_socket, next) => {
    next(new Error('Session expired'));
  });
  return async () => {
    second.close();
    await today.close();
  };
}
