import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Client, StompConfig, StompHeaders } from '@stomp/stompjs';
import { createClient } from 'graphql-ws';
import mqtt from 'mqtt';
import { io } from 'socket.io-client';
import ioV2 from 'socket.io-client-v2';
import { io as ioV3 } from 'socket.io-client-v3';
import SockJs from 'sockjs-client';

/** What runs in the page: each client connects once and comes to an end of its own, or to a refusal. */

const { host, origin } = location;

export async function refusedGraphql(): Promise<void> {
  await new Promise<void>((resolve) => {
    createClient({
      url: `ws://${host}/graphql/refused`,
      lazy: false,
      retryAttempts: 0,
      connectionParams: { token: 'expired' },
      onNonLazyError: () => undefined,
      on: { closed: () => resolve() },
    });
  });
}

/** A query that is answered, and one that is not; the connection stays. */
export async function failingGraphql(): Promise<void> {
  let id = 0;
  const client = createClient({
    url: `ws://${host}/graphql/orders`,
    lazy: false,
    generateID: () => String((id += 1)),
  });
  for (const query of ['query Who { me }', 'query Orders { orders }']) {
    await new Promise<void>((resolve) => {
      client.subscribe(
        { query },
        { next: () => undefined, error: () => resolve(), complete: () => resolve() },
      );
    });
  }
}

export async function refusedMqtt(): Promise<void> {
  const client = mqtt.connect(`ws://${host}/mqtt`, {
    clientId: 'desk',
    username: 'ada',
    password: 'wrong',
    reconnectPeriod: 0,
  });
  client.on('error', () => undefined);
  await new Promise<void>((resolve) => client.once('close', () => resolve()));
}

export async function refusedStomp(): Promise<void> {
  await new Promise<void>((resolve) => {
    const config = Object.assign(new StompConfig(), {
      brokerURL: `ws://${host}/stomp`,
      reconnectDelay: 0,
      connectHeaders: Object.assign(new StompHeaders(), { login: 'ada', passcode: 'wrong' }),
      onWebSocketClose: () => resolve(),
    });
    new Client(config).activate();
  });
}

export async function refusedSignalr(): Promise<void> {
  const connection = new HubConnectionBuilder()
    .withUrl(`${origin}/hub`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  await connection.start().catch(() => undefined);
}

export async function refusedSocketIo(): Promise<void> {
  const socket = io(origin, {
    path: '/v4/socket.io',
    transports: ['websocket'],
    reconnection: false,
    auth: { token: 'expired' },
  });
  await new Promise<void>((resolve) => socket.on('connect_error', () => resolve()));
}

export async function refusedSocketIoV2(): Promise<void> {
  const socket = ioV2(origin, { path: '/v2/socket.io', transports: ['websocket'], reconnection: false });
  await new Promise<void>((resolve) => socket.on('error', resolve));
}

export async function disconnectedSocketIoV3(): Promise<void> {
  const socket = ioV3(origin, { path: '/v3/socket.io', transports: ['websocket'] });
  await new Promise<void>((resolve) => socket.on('disconnect', () => resolve()));
}

/** Of version 2, at a server of today that lets it in. */
export async function disconnectedSocketIoV2(): Promise<void> {
  const socket = ioV2(origin, { path: '/old/socket.io', transports: ['websocket'] });
  await new Promise<void>((resolve) => socket.on('disconnect', () => resolve()));
}

export async function endedSockJs(): Promise<void> {
  const isClosed = socketThatIsClosedNext();
  const client = new SockJs(`${origin}/sockjs`, undefined, { transports: ['websocket'] });
  await new Promise<void>((resolve) => {
    client.onclose = () => resolve();
  });
  // The client says that it is over and closes its socket, which takes until the server has answered.
  await isClosed;
}

function socketThatIsClosedNext(): Promise<unknown> {
  const { prototype } = WebSocket;
  const close = Reflect.get(prototype, 'close');
  return new Promise((resolve) => {
    prototype.close = function (this: WebSocket, ...parameters: [number?, string?]) {
      prototype.close = close;
      this.addEventListener('close', resolve);
      close.apply(this, parameters);
    };
  });
}
