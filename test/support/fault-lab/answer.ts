import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** A plain HTTP answer, to a plain request or in place of 101. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export function sentence(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

/** Refuses an upgrade: writes the answer on the bare socket and ends it. */
export function refuse(socket: Socket, { status, headers = {}, body }: Answer): void {
  const lines = Object.entries({
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.resume();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unnamed'}\r\n${lines.join('')}\r\n${body}`);
}
