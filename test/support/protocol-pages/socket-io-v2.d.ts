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
  ): {
    on(event: 'connect' | 'disconnect' | 'error', listener: (told: never) => void): void;
    disconnect(): void;
  };
}

declare module 'socket.io-v3' {
  import type { Server as HttpServer } from 'node:http';

  export class Server {
    constructor(
      server: HttpServer,
      options: { readonly path: string; readonly serveClient: boolean; readonly destroyUpgrade: boolean },
    );
    on(event: 'connection', listener: (socket: { disconnect(): void }) => void): void;
    close(): void;
  }
}

declare module 'socket.io-client-v3' {
  export function io(
    url: string,
    options: { readonly path: string; readonly transports: readonly string[] },
  ): { on(event: 'disconnect', listener: () => void): void };
}
