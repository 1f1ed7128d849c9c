import { once } from 'node:events';
import { createServer } from 'node:http';
import WebSocket from 'ws';
import { createCaptureFold } from '../../core/capture/fold';
import type { Connection } from '../../core/capture/connection';
import type { HangupEvent } from '../../core/capture/event';
import { parseEvent } from '../../core/capture/parse-event';

type Told = { readonly type: HangupEvent['type'] } & Readonly<Record<string, unknown>>;

/**
 * A WebSocket for the real Socket.IO clients, noted as the page hook would note a browser's: same events, same order.
 * The real socket is inside: `ws` calls its own `close()` where a browser acts on a Close frame.
 */
export function recordSockets() {
  const events: HangupEvent[] = [];
  let socketCount = 0;

  class RecordedWebSocket {
    readonly #socketId = (socketCount += 1);
    readonly #real: WebSocket;
    constructor(url: string | URL) {
      const real = new WebSocket(url);
      this.#real = real;
      this.#tell({ type: 'socket-constructed', url: String(url), protocols: [] });
      real.addEventListener('open', () => this.#tell({ type: 'socket-open', protocol: '', extensions: '' }));
      real.addEventListener('message', ({ data }) => this.#tell(toMessage('in', data)));
      real.addEventListener('error', () => this.#tell({ type: 'socket-error', readyState: 3 }));
      real.addEventListener('close', ({ code, reason, wasClean }) =>
        this.#tell({ type: 'socket-close', code, reason, wasClean, bufferedAmount: 0 }),
      );
    }
    get binaryType(): WebSocket['binaryType'] {
      return this.#real.binaryType;
    }
    set binaryType(type: WebSocket['binaryType']) {
      this.#real.binaryType = type;
    }
    set onopen(listener: WebSocket['onopen']) {
      this.#real.onopen = listener;
    }
    set onmessage(listener: WebSocket['onmessage']) {
      this.#real.onmessage = listener;
    }
    set onerror(listener: WebSocket['onerror']) {
      this.#real.onerror = listener;
    }
    set onclose(listener: WebSocket['onclose']) {
      this.#real.onclose = listener;
    }
    send(data: string | Uint8Array): void {
      this.#real.send(data);
      if (this.#real.readyState === WebSocket.OPEN) this.#tell(toMessage('out', data));
    }
    close(code?: number, reason?: string): void {
      this.#tell({ type: 'socket-close-called', readyState: this.#real.readyState });
      this.#real.close(code, reason);
    }
    #tell(event: Told): void {
      const seq = events.length + 1;
      const common = { source: 'page-hook', socketId: this.#socketId, seq, timeMs: Date.now() };
      const parsed = parseEvent('p', { ...event, ...common });
      if (!parsed.ok) throw new Error(parsed.problem);
      events.push(parsed.value);
    }
  }

  return {
    WebSocket: RecordedWebSocket,
    connections(): readonly Connection[] {
      const fold = createCaptureFold();
      fold.add(events);
      fold.settle();
      return fold.connectionsAsSeen();
    },
  };
}

function toMessage(direction: 'in' | 'out', data: unknown): Told {
  if (typeof data === 'string')
    return { type: 'message', direction, format: 'text', sizeBytes: data.length, text: data };
  if (!ArrayBuffer.isView(data)) throw new TypeError('Neither text nor bytes');
  const bytes = Uint8Array.from(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  return { type: 'message', direction, format: 'binary', sizeBytes: bytes.length, bytes };
}

/** An HTTP server on loopback, for a Socket.IO server to sit on. */
export async function listenHttp() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${port}` };
}
