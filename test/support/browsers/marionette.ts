import net from 'node:net';

/**
 * Firefox's Marionette protocol, by hand (geckodriver would be one more program to install). Each packet is
 * `LENGTH:JSON`, LENGTH in bytes. Commands are `[0, id, name, parameters]`, answers `[1, id, error, result]`; the
 * first packet is the server's greeting, an object. Source: remote/doc/marionette/Protocol.md in mozilla-central.
 */
export interface Marionette {
  send(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const COLON = ':'.charCodeAt(0);

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = net.connect(port, '127.0.0.1');
  const pending = new Map<number, Pending>();
  let lastId = 0;

  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on(
    'data',
    createPacketReader((packet) => settle(packet, pending)),
  );
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the Marionette connection.'));
    pending.clear();
  });

  return {
    send(command, parameters = {}) {
      if (socket.destroyed) return Promise.reject(new Error(`${command}: Firefox is gone.`));
      const id = ++lastId;
      const text = toAscii(JSON.stringify([0, id, command, parameters]));
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** Firefox 153 takes the bytes of a packet for Latin-1: what is beyond ASCII arrives whole only where it is escaped. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Cuts the byte stream into packets; a chunk may hold half a packet or several. */
function createPacketReader(onPacket: (packet: unknown) => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.toString('ascii', 0, colon));
      if (buffer.length < end) return;
      onPacket(JSON.parse(buffer.toString('utf8', colon + 1, end)));
      buffer = buffer.subarray(end);
    }
  };
}

function settle(packet: unknown, pending: Map<number, Pending>): void {
  if (!Array.isArray(packet)) return; // the greeting
  const [, id, error, result] = packet as readonly unknown[];
  if (typeof id !== 'number') return;
  const waiting = pending.get(id);
  pending.delete(id);
  if (error === null) waiting?.resolve(result);
  else waiting?.reject(new Error(errorText(error)));
}

function errorText(error: unknown): string {
  const hasMessage =
    typeof error === 'object' && error !== null && 'message' in error && error.message !== '';
  // "insecure certificate" comes with a code alone.
  return hasMessage ? String(error.message) : JSON.stringify(error);
}
