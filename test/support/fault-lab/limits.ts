import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { statusAnswer } from './statuses';
import { refuse } from './answer';
import { BadRequest, readNumber } from './bad-request';
import { echo, textOf } from './messages';
import type { Family } from './upgrade';
import { later } from './upgrade';

const MOST_MS = 600_000;
const TICK_MS = 1_000;

function readMs(query: URLSearchParams): number {
  return readNumber(query, 'ms', { fallback: 10_000, most: MOST_MS });
}

/** Ends TCP without a Close frame once the client has said nothing for so long. */
function endWhenQuiet(socket: Socket, webSocket: WebSocket, quietMs: number): void {
  const timer = setTimeout(() => socket.end(), quietMs);
  webSocket.on('message', () => timer.refresh());
  socket.once('close', () => clearTimeout(timer));
}

/** The `exp` of a JWT, in milliseconds. */
function expiryOf(token: string | null): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number')
      return claims.exp * 1_000;
  } catch {
    // No JWT: said below.
  }
  throw new BadRequest('Add "token": a JWT with an "exp".');
}

/** Servers, and what stands before them, that end connections by a rule of their own and say nothing. */
export const limits: Family = {
  /** As a proxy with an idle time-out does. */
  idle: ({ socket, accept, query }) => {
    const quietMs = readMs(query);
    accept((webSocket) => {
      echo(webSocket);
      endWhenQuiet(socket, webSocket, quietMs);
    });
  },
  /** As a platform does to which a WebSocket is one long request: it ends however much is said. */
  lifetime: ({ socket, accept, query }) => {
    const lifeMs = readMs(query);
    accept((webSocket) => {
      const ticks = setInterval(() => webSocket.send('tick'), TICK_MS);
      socket.once('close', () => clearInterval(ticks));
      later(socket, lifeMs, () => socket.end());
    });
  },
  /** Ends connections with their token, and refuses whoever comes back with it. */
  token: ({ socket, accept, query }) => {
    const leftMs = expiryOf(query.get('token')) - Date.now();
    if (leftMs <= 0) {
      refuse(socket, statusAnswer('401', query));
      return;
    }
    accept((webSocket) => {
      echo(webSocket);
      later(socket, Math.min(leftMs, MOST_MS), () => socket.end());
    });
  },
  /** Answers everything but the message "crash", or one that is too large: at that the process is gone. */
  fragile: ({ socket, accept, query }) => {
    const mostBytes = readNumber(query, 'most', { fallback: 65_536, most: 2 ** 24 });
    accept((webSocket) => {
      webSocket.on('message', (data, isBinary) => {
        const text = textOf(data, isBinary) ?? '';
        if (text.includes('crash') || text.length > mostBytes) socket.resetAndDestroy();
        else webSocket.send(data, { binary: isBinary });
      });
    });
  },
};
