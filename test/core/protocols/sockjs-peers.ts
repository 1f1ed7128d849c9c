import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sockjs, { type SockJsConnection } from 'sockjs';
import SockJs from 'sockjs-client';
import WebSocket, { WebSocketServer } from 'ws';
import type { Sample } from './protocol-table';

/** What went over the WebSocket between a real client and a real server. */
export interface SockJsRecording {
  readonly url: string;
  readonly samples: readonly Sample[];
  /** What the client told the application in the end. */
  readonly told: { readonly code: number; readonly reason: string };
  /** What the WebSocket ended with. */
  readonly closeCode: number;
}

/**
 * Lets sockjs-client talk to a sockjs server, over a proxy that writes down each message.
 *
 * @param serve what the server does with the connection; `say` what the client does once it is open
 */
export async function recordSockJs(
  serve: (connection: SockJsConnection) => void,
  say: (client: SockJs) => void,
): Promise<SockJsRecording> {
  const server = createServer();
  const echo = sockjs.createServer({ prefix: '/chat', log: () => undefined });
  echo.on('connection', serve);
  echo.installHandlers(server);
  const proxy = createServer();
  try {
    const recording = recordBetween(proxy, await listen(server));
    const client = new SockJs(`http://127.0.0.1:${await listen(proxy)}/chat`, undefined, {
      transports: ['websocket'],
    });
    client.onopen = () => say(client);
    const closed = new Promise<{ code: number; reason: string }>((resolve) => {
      client.onclose = ({ code, reason }) => resolve({ code, reason });
    });
    const [told, wire] = await Promise.all([closed, recording]);
    return { ...wire, told };
  } finally {
    for (const one of [proxy, server]) {
      one.closeAllConnections();
      one.close();
    }
  }
}

function recordBetween(proxy: Server, port: number): Promise<Omit<SockJsRecording, 'told'>> {
  proxy.on('request', (incoming: IncomingMessage, answer) => {
    const { url: path, headers } = incoming;
    request({ host: '127.0.0.1', port, path, headers }, (result) => {
      answer.writeHead(result.statusCode ?? 500, result.headers);
      result.pipe(answer);
    }).end();
  });
  return new Promise((resolve) => {
    new WebSocketServer({ server: proxy }).on('connection', (page, incoming) => {
      const path = incoming.url ?? '';
      const samples: Sample[] = [];
      const upstream = new WebSocket(`ws://127.0.0.1:${port}${path}`);
      const isOpen = once(upstream, 'open');
      upstream.on('message', (data: Buffer) => {
        samples.push({ in: data.toString() });
        page.send(data.toString());
      });
      upstream.on('close', (closeCode) => {
        page.close();
        resolve({ url: `ws://127.0.0.1${path}`, samples, closeCode });
      });
      page.on('message', (data: Buffer) => {
        samples.push({ out: data.toString() });
        void isOpen.then(() => upstream.send(data.toString()));
      });
      page.on('close', () => upstream.close());
    });
  });
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
