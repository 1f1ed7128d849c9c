import type { RawData, WebSocket } from 'ws';
import { BadRequest, parseNumber, readNumber } from './bad-request';
import type { Family } from './upgrade';

const MOST_FLOOD_BYTES = 256 * 2 ** 20;

/** Sends back whatever comes. */
export function echo(webSocket: WebSocket): void {
  webSocket.on('message', (data, isBinary) => webSocket.send(data, { binary: isBinary }));
}

/** The text of a text message; `undefined` for a binary one. */
export function textOf(data: RawData, isBinary: boolean): string | undefined {
  // With `ws`'s default binaryType a message is always one Buffer.
  return !isBinary && Buffer.isBuffer(data) ? data.toString() : undefined;
}

/** Waits for each message to leave, so that a flood fills the client's memory and not the lab's. */
function flood(webSocket: WebSocket, count: number, message: string): void {
  if (count === 0 || webSocket.readyState !== webSocket.OPEN) return;
  webSocket.send(message, () => flood(webSocket, count - 1, message));
}

function sendableCode(text: string | undefined): number {
  const code = parseNumber(text, 'The close code', { least: 1000, most: 4999 });
  const isReserved = [1004, 1005, 1006].includes(code) || (code > 1014 && code < 3000);
  if (isReserved)
    throw new BadRequest(`A server may not send ${code}; /close/${code} sends it all the same.`);
  return code;
}

export const messages: Family = {
  echo: ({ accept }) => accept(echo),
  /** Takes everything and says nothing. */
  sink: ({ accept }) => accept((webSocket) => webSocket.resume()),
  then: ({ accept, segments }) => {
    const code = sendableCode(segments[0]);
    accept((webSocket) => {
      echo(webSocket);
      webSocket.on('message', (data, isBinary) => {
        if (textOf(data, isBinary) === 'close') webSocket.close(code, 'you asked for it');
      });
    });
  },
  flood: ({ accept, query }) => {
    const count = readNumber(query, 'count', { fallback: 1_000, most: 1_000_000 });
    const size = readNumber(query, 'size', { fallback: 100, most: 2 ** 24 });
    if (count * size > MOST_FLOOD_BYTES)
      throw new BadRequest(`A flood has at most ${MOST_FLOOD_BYTES} bytes.`);
    accept((webSocket) => {
      echo(webSocket);
      flood(webSocket, count, 'x'.repeat(size));
    });
  },
};
