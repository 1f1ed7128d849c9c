import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BadRequest } from './bad-request';
import { CLOSE } from './write-frame';
import type { UpgradeCall } from './upgrade';

/** RFC 6455 section 1.3. */
const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** RFC 6455 section 7.1.1 lets the server close TCP first; a client that never answers must not hold it open. */
const CLOSE_ANSWER_WAIT_MS = 2_000;
const LONGEST_CLIENT_FRAME = 1 << 20;

export interface HandshakeHeaders {
  readonly [name: string]: string | undefined;
}

/** The headers of a correct 101. A fault spreads them and spoils one; `undefined` leaves a header out. */
export function correctHeaders(request: IncomingMessage): HandshakeHeaders {
  const key = request.headers['sec-websocket-key'];
  if (key === undefined)
    throw new BadRequest('This address wants a WebSocket handshake: Sec-WebSocket-Key is missing.');
  return {
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Accept': createHash('sha1')
      .update(key + ACCEPT_GUID)
      .digest('base64'),
    'Sec-WebSocket-Protocol': offeredProtocols(request)[0],
  };
}

export function offeredProtocols(request: IncomingMessage): string[] {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  return offered
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Answers 101 without `ws`, so that the socket can then carry bytes that no WebSocket library would write. What
 * the client sends is read and thrown away; when it ends, so does the server.
 */
export function acceptByHand({ request, socket }: UpgradeCall, headers = correctHeaders(request)): void {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}\r\n`],
  );
  // Node opens server sockets half-open: without this a client that leaves is never let go.
  socket.on('end', () => socket.end());
  socket.resume();
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
}

/** Writes a Close frame and ends TCP once the client has answered it, as a good server does. */
export function closeByHand({ socket }: UpgradeCall, frame: Buffer): void {
  let unread = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (let size = clientFrameSize(unread); size <= unread.length; size = clientFrameSize(unread)) {
      if ((unread.readUInt8(0) & 0x0f) === CLOSE) socket.end();
      unread = unread.subarray(size);
    }
    if (unread.length > LONGEST_CLIENT_FRAME) socket.destroy();
  });
  const timer = setTimeout(() => socket.end(), CLOSE_ANSWER_WAIT_MS);
  socket.once('close', () => clearTimeout(timer));
  socket.write(frame);
}

/** How many bytes the frame at the start takes; `Infinity` while its header is incomplete. */
function clientFrameSize(bytes: Buffer): number {
  if (bytes.length < 2) return Number.POSITIVE_INFINITY;
  const second = bytes.readUInt8(1);
  const mask = second & 0x80 ? 4 : 0;
  const short = second & 0x7f;
  if (short < 126) return 2 + mask + short;
  const header = short === 126 ? 4 : 10;
  if (bytes.length < header) return Number.POSITIVE_INFINITY;
  const length = short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return header + mask + length;
}
