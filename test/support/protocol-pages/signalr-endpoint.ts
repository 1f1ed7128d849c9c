import { WebSocketServer } from 'ws';
import type { Endpoint } from './protocol-pages';

/** Ends each record. */
const SEPARATOR = '\u001e';

/** A hub that speaks MessagePack alone, in the words of ASP.NET Core: a server in Node does not exist. */
export function createSignalrEndpoint(): Endpoint {
  const server = new WebSocketServer({ noServer: true });
  server.on('connection', (socket) => {
    socket.once('message', () => {
      socket.send(JSON.stringify({ error: "The protocol 'json' is not supported." }) + SEPARATOR);
      socket.close(1000);
    });
  });
  return { server, stop: () => Promise.resolve() };
}
