import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';

/** Socket.IO's default. */
export const SOCKET_IO_PATH = '/socket.io/';

class RefusalWithData extends Error {
  readonly data = { code: 'session_expired', hint: 'log in again' };
}

/**
 * The real Socket.IO server under `/socket.io/`; the handshake's query says how it behaves: `fault=none`, `refuse`,
 * `refuse-data` or `disconnect`. Engine.IO matches the path by its beginning, so `/socket.io/<label>/` gets here too.
 */
export function attachSocketIo(httpServer: HttpServer): Server {
  const server = new Server({ serveClient: false, cors: { origin: '*' } });
  server.use((socket, next) => {
    switch (socket.handshake.query['fault'] ?? 'none') {
      case 'none':
      case 'disconnect': {
        next();
        return;
      }
      case 'refuse': {
        next(new Error('invalid_session_api_key'));
        return;
      }
      case 'refuse-data': {
        next(new RefusalWithData('Session expired'));
        return;
      }
      default: {
        next(
          new Error('There is no such Socket.IO fault. There are: none, refuse, refuse-data, disconnect.'),
        );
        return;
      }
    }
  });
  server.on('connection', (socket) => {
    socket.emit('oh_event', {
      id: 0,
      source: 'agent',
      action: 'system',
      message: 'hello from the fault lab',
    });
    socket.on('echo', (...sent: unknown[]) => socket.emit('echo', ...sent));
    if (socket.handshake.query['fault'] === 'disconnect') socket.disconnect();
  });
  // Without `destroyUpgrade: false` Engine.IO ends, after one second, each socket of ours that has stayed silent.
  server.attach(httpServer, { destroyUpgrade: false });
  return server;
}
