import net from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { FaultLab } from '../../support/fault-lab/fault-lab';
import { startFaultLab } from '../../support/fault-lab/fault-lab';
import { closeFrame } from '../../support/fault-lab/write-frame';

/** A client that only moves bytes: it sees what a WebSocket library would hide or refuse. */
export interface RawClient {
  readonly socket: net.Socket;
  /** The answer up to the empty line; empty while there is none. */
  head(): string;
  /** What came after the head. */
  body(): Buffer;
  /** How TCP ended: properly or with RST. */
  readonly ended: Promise<'fin' | 'reset'>;
  /** Resolves once `isThere` holds for what has come so far. */
  until(isThere: (client: RawClient) => boolean): Promise<void>;
}

/** One lab for the tests of a file. */
export function labForThisFile(): () => FaultLab {
  let lab: FaultLab | undefined;
  beforeAll(async () => {
    lab = await startFaultLab();
  });
  afterAll(() => lab?.stop());
  return () => {
    if (lab === undefined) throw new Error('The lab is not started yet.');
    return lab;
  };
}

export function sendRaw(origin: string, bytes: string | Buffer): RawClient {
  const { hostname, port } = new URL(origin);
  const socket = net.connect(Number(port), hostname);
  let received = Buffer.alloc(0);
  const headEnd = (): number => received.indexOf('\r\n\r\n');
  const ended = new Promise<'fin' | 'reset'>((resolve, reject) => {
    socket.on('end', () => resolve('fin'));
    socket.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ECONNRESET' || problem.code === 'EPIPE') resolve('reset');
      else reject(problem);
    });
  });
  ended.catch(() => undefined);
  const client: RawClient = {
    socket,
    head: () => (headEnd() < 0 ? '' : received.subarray(0, headEnd() + 2).toString()),
    body: () => (headEnd() < 0 ? Buffer.alloc(0) : received.subarray(headEnd() + 4)),
    ended,
    until: (isThere) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (isThere(client)) resolve();
        };
        socket.on('data', check);
        check();
      }),
  };
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
  });
  socket.write(bytes);
  return client;
}

/** The key of RFC 6455 section 1.3, whose correct answer is `SAMPLE_ACCEPT`. */
const SAMPLE_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
export const SAMPLE_ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

/** Asks for a WebSocket as a browser does. */
export function upgradeRaw(origin: string, target: string, headers: readonly string[] = []): RawClient {
  const lines = [
    `GET ${target} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${SAMPLE_KEY}`,
    ...headers,
  ];
  return sendRaw(origin, `${lines.join('\r\n')}\r\n\r\n`);
}

/** A client's Close frame: masked, as RFC 6455 section 5.3 wants it, with a mask of zeros. */
export function clientCloseFrame(code: number): Buffer {
  const plain = closeFrame(code);
  const masked = Buffer.concat([plain.subarray(0, 2), Buffer.alloc(4), plain.subarray(2)]);
  masked.writeUInt8(masked.readUInt8(1) | 0x80, 1);
  return masked;
}

/** Everything that comes behind a good handshake until the server ends, answering its Close frame if `answers`. */
export async function bytesAfterHandshake(client: RawClient, answers = true): Promise<Buffer> {
  await client.until(() => client.body().length > 0);
  if (answers) client.socket.write(clientCloseFrame(1000));
  await client.ended;
  return client.body();
}
