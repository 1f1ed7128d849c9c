// The little that the tests use of two packages that come without types.
declare module 'socket.io-v2' {
  import type { Server } from 'node:http';

  interface SocketIoV2Server {
    use(middleware: (socket: unknown, next: (problem?: Error) => void) => void): void;
    close(): void;
  }
  export default function createServer(
    server: Server,
    options: { readonly path?: string; readonly serveClient: boolean; readonly destroyUpgrade?: boolean },
  ): SocketIoV2Server;
}

declare module 'socket.io-client-v2' {
  export default function io(
    url: string,
    options: {
      readonly path?: string;
      readonly transports: readonly string[];
      readonly reconnection?: boolean;
      readonly forceNew?: boolean;
    },
  ): { on(event: 'connect' | 'error', listener: (told: never) => void): void; disconnect(): void };
}
