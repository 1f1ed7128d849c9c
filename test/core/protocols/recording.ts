import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import WebSocket, { WebSocketServer, type ServerOptions } from 'ws';
import type { Decoding, Protocol } from '../../../core/protocols/protocol';
import { readAll, toMessage, toOpening, type Sample } from './protocol-table';

/** A real server on loopback, which a test stops with `await using`. */
export interface LoopbackServer extends AsyncDisposable {
  readonly url: string;
  readonly server: WebSocketServer;
}

export async function listen(options: ServerOptions = {}): Promise<LoopbackServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, ...options });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `ws://127.0.0.1:${port}/`,
    server,
    async [Symbol.asyncDispose]() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a real client and a real server said to each other. */
export interface Recording {
  readonly samples: Sample[];
  readonly sockets: WebSocket[];
  /** For clients that make their own sockets: notes each message of either direction. */
  readonly WebSocket: new (url: string | URL, protocols?: string | string[]) => WebSocket;
}

export function record(): Recording {
  const samples: Sample[] = [];
  const sockets: WebSocket[] = [];
  class RecordedWebSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
      this.on('message', (data: Buffer, isBinary) =>
        samples.push({ in: isBinary ? new Uint8Array(data) : data.toString('utf8') }),
      );
    }
    override send(data: string | Uint8Array): void {
      samples.push({ out: data });
      super.send(data);
    }
  }
  return { samples, sockets, WebSocket: RecordedWebSocket };
}

/** Code and reason with which a connection ends that sends these messages once it is open. */
export async function closeAfter(
  url: string,
  protocols: string[],
  ...messages: readonly string[]
): Promise<{ code: number; reason: string }> {
  const socket = new WebSocket(url, protocols);
  socket.on('open', () => {
    for (const message of messages) socket.send(message);
  });
  return new Promise((resolve, reject) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, { statusCode }: IncomingMessage) =>
      reject(new Error(`HTTP ${statusCode}`)),
    );
  });
}

/** What a protocol makes of a recording, message by message. */
export function readRecording(protocol: Protocol, { samples, sockets }: Recording): Decoding[] {
  const messages = samples.map((sample, index) => toMessage(sample, index));
  return readAll(protocol, messages, { accepted: sockets[0]?.protocol ?? '' });
}

/** The opening of a recording, as the panel would see it. */
export function openingOfRecording({ samples, sockets }: Recording) {
  const firstMessages = samples.slice(0, 8).map((sample, index) => toMessage(sample, index));
  return toOpening({ accepted: sockets[0]?.protocol ?? '', firstMessages });
}

/** One line for each message: its packets' summaries, or the verdict. */
export function linesOf(decodings: readonly Decoding[]): string[] {
  return decodings.map((decoding) =>
    typeof decoding === 'string' ? decoding : decoding.map(({ summary }) => summary).join(' · '),
  );
}
