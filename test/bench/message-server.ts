import http from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { bodyOf, isKind, type Kind } from './message-kinds';

/**
 * A server in a process of its own, so that its work is nobody else's. `send <count> <kind>` has it send; `take <count>`
 * has it count and say `taken`. Prints its port.
 */
const server = http.createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>Bench</title>');
});
new WebSocketServer({ server }).on('connection', (socket) => {
  let left = 0;
  socket.on('message', (data, isBinary) => {
    if (left > 0) {
      left -= 1;
      if (left === 0) socket.send('taken');
      return;
    }
    const [word = '', count = '', kind = ''] = isBinary ? [] : textOf(data).split(' ');
    if (word === 'take') left = Number(count);
    else if (word === 'send' && isKind(kind)) send(socket, Number(count), kind);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : '');
});

/** Each message waits for the one before it to leave: the server's memory is not what is measured. */
function send(socket: WebSocket, left: number, kind: Kind): void {
  if (left > 0) socket.send(bodyOf(kind), () => send(socket, left - 1, kind));
}

/** With `ws`'s default binaryType a message is always one Buffer. */
function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : '';
}
