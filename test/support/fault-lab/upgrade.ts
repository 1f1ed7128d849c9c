import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** One upgrade request, with everything a fault needs to answer it well or badly. */
export interface UpgradeCall {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  /**
   * The path after the family's name: `/close/4001/label` gives `['4001', 'label']`. Segments that a family does
   * not ask for are labels, so that each page of the catalogue can have an address of its own.
   */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Completes the handshake as it should be, by the `ws` package, and hands over the open socket. */
  readonly accept: (use: (webSocket: WebSocket) => void) => void;
}

/** Throws `BadRequest` where the address asks for something that is not there. */
export type UpgradeHandler = (call: UpgradeCall) => void;

/** Handlers by the first segment of the path. */
export type Family = Readonly<Record<string, UpgradeHandler>>;

/** Runs `action` later, unless the socket is gone by then: nothing of a stopped lab may still be ticking. */
export function later(socket: Socket, waitMs: number, action: () => void): void {
  const timer = setTimeout(action, waitMs);
  socket.once('close', () => clearTimeout(timer));
}
