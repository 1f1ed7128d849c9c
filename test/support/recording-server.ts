import type { AddressInfo } from 'node:net';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

/** One message as it went over the wire: `out` from the client, `in` from the server. */
export interface Recorded {
  readonly in?: string | Uint8Array;
  readonly out?: string | Uint8Array;
}
/** One connection, as a page would have seen it. */
export interface Recording {
  readonly url: string;
  readonly accepted: string;
  readonly messages: readonly Recorded[];
  /** Once it is closed. */
  readonly close: { readonly code: number; readonly reason: string } | undefined;
}

/** A WebSocket server on a port of its own that writes down all it hears and says. `serve` answers each connection. */
export async function createRecordingServer(serve: (socket: WebSocket) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const recordings: Recording[] = [];
  server.on('connection', (socket, request) => {
    const messages: Recorded[] = [];
    const index = recordings.length;
    const recording = { url: `ws://127.0.0.1${request.url ?? '/'}`, accepted: socket.protocol, messages };
    recordings.push({ ...recording, close: undefined });
    socket.on('message', (data, isBinary) => messages.push({ out: toBody(data, isBinary) }));
    socket.on('close', (code, reason) => {
      recordings[index] = { ...recording, close: { code, reason: reason.toString() } };
    });
    socket.on('error', () => undefined);
    const send = socket.send.bind(socket);
    const sendRecorded = (...args: Parameters<typeof send>) => {
      const [data] = args;
      messages.push({ in: typeof data === 'string' ? data : bytesOf(data) });
      send(...args);
    };
    Object.defineProperty(socket, 'send', { value: sendRecorded });
    serve(socket);
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    recordings: recordings as readonly Recording[],
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function toBody(data: RawData, isBinary: boolean): string | Uint8Array {
  const bytes = bytesOf(data);
  return isBinary ? bytes : new TextDecoder().decode(bytes);
}

function bytesOf(data: unknown): Uint8Array {
  if (Array.isArray(data)) return Uint8Array.from(data.flatMap((part) => [...bytesOf(part)]));
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  // A view of its own: servers use their buffers again.
  return data instanceof Uint8Array ? Uint8Array.from(data) : new Uint8Array();
}
