import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import createServer from 'socket.io-v2';
import { Server as ServerV3 } from 'socket.io-v3';

/**
 * Socket.IO servers, each under a path of its own: two that refuse everyone, of today and of version 2, and two that
 * disconnect everyone: version 3, and today's for clients of version 2. Gives what stops them.
 */
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
  const third = new ServerV3(server, { path: '/v3/socket.io', ...options });
  third.on('connection', (socket) => socket.disconnect());
  const forOld = new Server({ allowEIO3: true });
  forOld.on('connection', (socket) => socket.disconnect());
  forOld.attach(server, { path: '/old/socket.io', ...options });
  return async () => {
    third.close();
    await forOld.close();
    second.close();
    await today.close();
  };
}
