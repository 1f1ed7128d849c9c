import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';
import type { Endpoint } from './protocol-pages';

/** A broker that refuses the password "wrong": return code 4. */
export async function createMqttEndpoint(): Promise<Endpoint> {
  const broker = await Aedes.createBroker();
  broker.authenticate = (_client, _name, password, done) => {
    if (password?.toString() !== 'wrong') done(null, true);
    else done(Object.assign(new Error('no'), { returnCode: 4 }), false);
  };
  const server = new WebSocketServer({ noServer: true, handleProtocols: () => 'mqtt' });
  server.on('connection', (socket) => {
    const stream = createWebSocketStream(socket);
    // Pages leave without a word.
    stream.on('error', () => undefined);
    broker.handle(stream);
  });
  return {
    server,
    async stop() {
      await new Promise<void>((resolve) => broker.close(resolve));
    },
  };
}
