import { FrameImpl, Parser, StompHeaders } from '@stomp/stompjs';
import { WebSocketServer } from 'ws';
import type { Endpoint } from './protocol-pages';

/** A broker on the frame codec of stompjs, which refuses every login as Spring does in front of RabbitMQ. */
export function createStompEndpoint(): Endpoint {
  const server = new WebSocketServer({ noServer: true });
  server.on('connection', (socket) => {
    const parser = new Parser(
      ({ command }) => {
        if (command !== 'CONNECT') return;
        const headers = Object.assign(new StompHeaders(), { message: 'Bad CONNECT' });
        const body = 'Access refused for user ada';
        socket.send(FrameImpl.marshall({ command: 'ERROR', headers, body, escapeHeaderValues: true }));
        socket.close(1002);
      },
      () => undefined,
    );
    socket.on('message', (data: Buffer) => {
      parser.parseChunk(new Uint8Array(data).buffer);
    });
  });
  return { server, stop: () => Promise.resolve() };
}
