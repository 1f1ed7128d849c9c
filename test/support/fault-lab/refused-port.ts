import { once } from 'node:events';
import net from 'node:net';

export interface RefusedPort {
  readonly port: number;
  stop(): void;
}

/**
 * A port where nothing listens, and where nothing else can start to: an outgoing connection of our own holds the
 * number, so the system gives it to nobody, and refuses whoever connects to it.
 */
export async function holdRefusedPort(): Promise<RefusedPort> {
  const listener = net.createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no TCP address.');
  // Read, so that its end is noticed and it lets go.
  listener.on('connection', (socket) => socket.resume());
  const holder = net.connect(address.port, '127.0.0.1');
  await once(holder, 'connect');
  listener.close();
  const { localPort } = holder;
  if (localPort === undefined) throw new Error('A connected socket has no local port.');
  return { port: localPort, stop: () => holder.destroy() };
}
